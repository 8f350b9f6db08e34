import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WelcomeForm } from "@/components/auth/welcome-form";
import { LonePage } from "@/components/frame/lone-page";
import { needsSetup } from "@/lib/auth/setup";

export const metadata: Metadata = { title: "Welcome" };

export default async function WelcomePage() {
  if (!(await needsSetup())) redirect("/sign-in");
  return (
    <LonePage
      title="Welcome to RCS Reach"
      description="This server is new. Create its first owner: the person who connects accounts and starts checks."
    >
      <WelcomeForm />
    </LonePage>
  );
}
