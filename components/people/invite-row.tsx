"use client";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { Moment } from "@/components/ui/moment";
import { callApi } from "@/lib/api/client";
import type { InviteView } from "@/lib/api/people";
import { roleLabel } from "./role-words";
import { usePeopleStep } from "./use-people-step";

/** An invite that nobody has taken up. */
export function InviteRow({ accountId, invite }: { accountId: string; invite: InviteView }) {
  const { id, email, role, expiresAt } = invite;
  const withdrawal = usePeopleStep(accountId, () =>
    callApi("withdrawInvite", { params: { id: accountId, inviteId: id } }),
  );
  return (
    <li className="px-5 py-3.5">
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="truncate font-medium text-ink">{email}</span>
            <Badge>{roleLabel(role)}</Badge>
          </p>
          <p className="text-muted text-sm">
            Works until <Moment iso={expiresAt} />
          </p>
        </div>
        <Button
          size="sm"
          aria-label={`Withdraw the invite of ${email}`}
          onPress={() => withdrawal.mutate(undefined)}
          isPending={withdrawal.isPending}
        >
          Withdraw
        </Button>
      </div>
      <FormError message={withdrawal.error && errorMessage(withdrawal.error)} />
    </li>
  );
}
