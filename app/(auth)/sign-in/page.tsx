import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/components/auth/sign-in-form";
import { LonePage } from "@/components/frame/lone-page";
import { currentUser } from "@/lib/auth/session";
import { needsSetup } from "@/lib/auth/setup";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if (await currentUser()) redirect("/");
  if (await needsSetup()) redirect("/welcome");
  return (
    <LonePage title="Sign in" description="See which of your contacts can receive RCS.">
      <SignInForm />
    </LonePage>
  );
}
