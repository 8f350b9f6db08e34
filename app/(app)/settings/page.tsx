import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireUser } from "@/lib/auth/session";
import { hasPassword } from "@/lib/people/has-password";
import { version } from "@/package.json";

export const metadata: Metadata = { title: "Settings" };

export default async function Page() {
  const user = await requireUser();
  return (
    <SettingsPage
      name={user.name}
      email={user.email}
      hasPassword={await hasPassword(user)}
      version={version}
      isOwner={Object.values(user.roles).includes("owner")}
    />
  );
}
