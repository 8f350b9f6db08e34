"use client";

import { useQuery } from "@tanstack/react-query";
import { LonePage } from "@/components/frame/lone-page";
import { inviteQuery } from "@/lib/api/queries";
import { AcceptForm } from "./accept-form";
import { JoinForm } from "./join-form";
import { LinkPending, LinkRefused } from "./link-state";
import { OtherUser } from "./other-user";
import { ProviderButton } from "./provider-button";
import { SignInToJoin } from "./sign-in-to-join";
import { keepLinkSecret, useLinkSecret } from "./use-link-secret";

export interface InvitePageProps {
  /** Of whoever is signed in here. */
  userEmail: string | null;
  /** What the identity provider is called; null: there is none. */
  provider: string | null;
}

/** What an invite's link opens: joining as a new person, or as who one is. */
export function InvitePage({ userEmail, provider }: InvitePageProps) {
  const secret = useLinkSecret("invite");
  const { data: invite, error } = useQuery({
    ...inviteQuery(secret ?? ""),
    enabled: secret !== null,
  });
  if (error) return <LinkRefused error={error} />;
  if (!invite || secret === null) return <LinkPending title="You are invited" />;
  const { email, accountName, role, isKnown, hasPassword } = invite;
  return (
    <LonePage
      title={`Join ${accountName}`}
      description={
        <>
          You are invited as {role === "viewer" ? "a" : "an"} {role}:{" "}
          <span className="text-ink">{email}</span>
        </>
      }
    >
      {userEmail === email && <AcceptForm secret={secret} />}
      {userEmail !== null && userEmail !== email && <OtherUser email={userEmail} />}
      {userEmail === null && (
        <>
          {provider && (
            <ProviderButton
              name={provider}
              next={isKnown ? "/invite" : "/"}
              onLeave={() => keepLinkSecret("invite", secret)}
            />
          )}
          {!isKnown && <JoinForm secret={secret} />}
          {isKnown && hasPassword && <SignInToJoin secret={secret} email={email} />}
          {isKnown && !hasPassword && (
            <p className="text-muted">You have no password here: sign in as you always do.</p>
          )}
        </>
      )}
    </LonePage>
  );
}
