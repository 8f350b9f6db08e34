import type { Metadata } from "next";
import { SettingsPage } from "@/components/settings/settings-page";
import { requireUser } from "@/lib/auth/session";
import { version } from "@/package.json";

export const metadata: Metadata = { title: "Settings" };

export default async function Page() {
  const { name, email, roles } = await requireUser();
  const isOwner = Object.values(roles).includes("owner");
  return <SettingsPage name={name} email={email} version={version} isOwner={isOwner} />;
}
