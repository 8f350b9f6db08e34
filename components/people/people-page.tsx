"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { fetchedDialog } from "@/components/ui/fetched-dialog";
import { PlusIcon } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { accountQuery, peopleQuery } from "@/lib/api/queries";
import { InviteRow } from "./invite-row";
import { PersonRow } from "./person-row";
import { ROLE_WORDS } from "./role-words";

const InviteDialog = fetchedDialog(async () => (await import("./invite-dialog")).InviteDialog);

/** Who may do what with an account. Its owners change that; others see what they may do. */
export function PeoplePage({ accountId }: { accountId: string }) {
  const { data: account } = useSuspenseQuery(accountQuery(accountId));
  const { data } = useSuspenseQuery(peopleQuery(accountId));
  const [isInviting, setInviting] = useState(false);
  const isOwner = account.role === "owner";
  return (
    <>
      <PageHeader
        title="People"
        description={
          isOwner
            ? "Who may use this account, and what for."
            : "Your role in this account. Its owners see and manage all people."
        }
        breadcrumbs={[
          { label: "Accounts", href: "/accounts" },
          { label: account.name, href: `/accounts/${accountId}` },
        ]}
        actions={
          isOwner && (
            <Button variant="primary" onPress={() => setInviting(true)}>
              <PlusIcon />
              Invite somebody
            </Button>
          )
        }
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <Card isFlush>
            <ul className="divide-y divide-line" aria-label="People">
              {data.people.map((person) => (
                <PersonRow
                  key={person.id}
                  accountId={accountId}
                  person={person}
                  isManaged={isOwner}
                />
              ))}
            </ul>
          </Card>
          {data.invites.length > 0 && (
            <Card
              title="Open invites"
              description="Each link works once, for seven days. A lost one can’t be shown again: invite anew."
              isFlush
            >
              <ul className="divide-y divide-line" aria-label="Open invites">
                {data.invites.map((invite) => (
                  <InviteRow key={invite.id} accountId={accountId} invite={invite} />
                ))}
              </ul>
            </Card>
          )}
        </div>
        <div>
          <Card title="Roles">
            <dl className="flex flex-col gap-3">
              {ROLE_WORDS.map(({ id, label, note }) => (
                <div key={id}>
                  <dt className="font-medium text-ink">{label}</dt>
                  <dd className="text-muted text-sm">{note}</dd>
                </div>
              ))}
            </dl>
          </Card>
        </div>
      </div>
      <InviteDialog accountId={accountId} isOpen={isInviting} onOpenChange={setInviting} />
    </>
  );
}
