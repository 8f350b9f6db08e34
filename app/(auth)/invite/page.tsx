import type { Metadata } from "next";
import { InvitePage } from "@/components/auth/invite-page";
import { currentUser } from "@/lib/auth/session";
import { oidcSettings } from "@/lib/oidc/settings";

export const metadata: Metadata = { title: "Invite" };

export default async function Page() {
  const user = await currentUser();
  return <InvitePage userEmail={user?.email ?? null} provider={oidcSettings()?.name ?? null} />;
}
