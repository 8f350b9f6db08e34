import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { LonePage } from "@/components/frame/lone-page";
import { returnPath } from "@/lib/auth/return-path";
import { currentUser } from "@/lib/auth/session";
import { needsSetup } from "@/lib/auth/setup";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  const next = returnPath((await searchParams).next);
  if (await currentUser()) redirect(next);
  if (await needsSetup()) redirect("/welcome");
  return (
    <LonePage title="Sign in" description="See which of your contacts can receive RCS.">
      <SignInForm next={next} />
    </LonePage>
  );
}
