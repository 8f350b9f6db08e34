"use client";

import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { buttonStyle } from "@/components/ui/button-style";
import { errorMessage } from "@/components/ui/error-message";
import { fetchedDialog } from "@/components/ui/fetched-dialog";
import { FormError } from "@/components/ui/form-error";
import {
  BlockedIcon,
  CheckIcon,
  KeyIcon,
  MoreIcon,
  PencilIcon,
  TrashIcon,
} from "@/components/ui/icons";
import { Menu, type MenuDeed } from "@/components/ui/menu";
import { Moment } from "@/components/ui/moment";
import { callApi } from "@/lib/api/client";
import type { PersonView } from "@/lib/api/people";
import { roleLabel } from "./role-words";
import { usePeopleStep } from "./use-people-step";

const RoleDialog = fetchedDialog(async () => (await import("./role-dialog")).RoleDialog);
const RemoveDialog = fetchedDialog(async () => (await import("./remove-dialog")).RemoveDialog);
const ResetDialog = fetchedDialog(async () => (await import("./reset-dialog")).ResetDialog);

export interface PersonRowProps {
  accountId: string;
  person: PersonView;
  /** The reader may change what is here. */
  isManaged: boolean;
}

/** One person of an account, with what can be done about them. */
export function PersonRow({ accountId, person, isManaged }: PersonRowProps) {
  const [dialog, setDialog] = useState<"role" | "reset" | "remove" | null>(null);
  const toggle = (which: typeof dialog) => (isOpen: boolean) => setDialog(isOpen ? which : null);
  const switching = usePeopleStep(accountId, () =>
    callApi("changePerson", {
      params: { id: accountId, userId: person.id },
      body: { isDisabled: !person.isDisabled },
    }),
  );
  const act = (id: string) => {
    switching.reset();
    if (id === "switch") switching.mutate(undefined);
    else if (id === "role" || id === "reset" || id === "remove") setDialog(id);
  };
  const props = { accountId, person };
  return (
    <li className="px-5 py-3.5">
      <div className="flex items-center gap-4">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="truncate font-medium text-ink">{person.name}</span>
            {person.isYou && <span className="text-muted">you</span>}
            <Badge tone={person.role === "owner" ? "accent" : "neutral"}>
              {roleLabel(person.role)}
            </Badge>
            {person.isDisabled && <Badge tone="failed">Disabled</Badge>}
          </p>
          <p className="truncate text-muted text-sm">{person.email}</p>
        </div>
        <p className="hidden shrink-0 text-right text-muted text-sm sm:block">
          {person.lastSignInAt ? (
            <>
              Signed in <Moment iso={person.lastSignInAt} />
            </>
          ) : (
            "Has not signed in yet"
          )}
        </p>
        {isManaged && (
          <Menu
            label={`More about ${person.name}`}
            className={buttonStyle({ variant: "quiet", isIcon: true })}
            sections={[{ deeds: deedsOf(person), onAction: act }]}
          >
            <MoreIcon />
          </Menu>
        )}
      </div>
      <FormError message={switching.error && errorMessage(switching.error)} />
      <RoleDialog {...props} isOpen={dialog === "role"} onOpenChange={toggle("role")} />
      <ResetDialog {...props} isOpen={dialog === "reset"} onOpenChange={toggle("reset")} />
      <RemoveDialog {...props} isOpen={dialog === "remove"} onOpenChange={toggle("remove")} />
    </li>
  );
}

function deedsOf({ isDisabled, isYou, canReset }: PersonView): MenuDeed[] {
  const reset: MenuDeed = {
    id: "reset",
    label: "Link to a new password",
    icon: KeyIcon,
    isDisabled: !canReset,
    note: canReset ? undefined : "Also belongs to accounts of others",
  };
  return [
    { id: "role", label: "Change role", icon: PencilIcon },
    ...(isYou ? [] : [reset]),
    isDisabled
      ? { id: "switch", label: "Enable", icon: CheckIcon }
      : { id: "switch", label: "Disable", icon: BlockedIcon, note: "Keeps them out for now" },
    { id: "remove", label: "Remove", icon: TrashIcon, isDanger: true },
  ];
}
