import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ProviderButton } from "@/components/auth/provider-button";
import { providerError } from "@/components/auth/provider-error";
import { SignInForm } from "@/components/auth/sign-in-form";
import { LonePage } from "@/components/frame/lone-page";
import { Notice } from "@/components/ui/notice";
import { returnPath } from "@/lib/auth/return-path";
import { currentUser } from "@/lib/auth/session";
import { needsSetup } from "@/lib/auth/setup";
import { oidcSettings } from "@/lib/oidc/settings";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const asked = await searchParams;
  const next = returnPath(asked.next);
  if (await currentUser()) redirect(next);
  if (await needsSetup()) redirect("/welcome");
  const provider = oidcSettings()?.name;
  const refusal = provider ? providerError(asked.error, provider) : null;
  return (
    <LonePage title="Sign in" description="See which of your contacts can receive RCS.">
      {refusal && (
        <Notice tone="danger" title="You are not signed in" className="mb-5">
          {refusal}
        </Notice>
      )}
      {provider && <ProviderButton name={provider} next={next} />}
      <SignInForm next={next} />
    </LonePage>
  );
}
