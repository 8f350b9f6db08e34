import { Moment } from "@/components/ui/moment";
import { TextLink } from "@/components/ui/text-link";
import type { AccountView } from "@/lib/api/accounts";
import type { RunListItem } from "@/lib/api/runs";
import { estimateOf } from "./estimate";

export interface StartNotesProps {
  account: AccountView;
  contacts: number;
  /** Of the same file. */
  earlier: RunListItem | null;
}

/**
 * Beside the start: what it costs, and what speaks against it. On wide screens the panel says most
 * of it in full, in sight; on small ones it lies above.
 */
export function StartNotes({ account, contacts, earlier }: StartNotesProps) {
  const { value, isUnknown } = estimateOf(account, contacts);
  return (
    <div className="text-right text-sm max-sm:text-left">
      {isUnknown ? (
        <p className="font-medium text-no-answer-ink">
          No price is set: the cost is unknown, and each lookup may be billed.{" "}
          <TextLink href={`/accounts/${account.id}`}>Set the price</TextLink>
        </p>
      ) : (
        <p className="text-muted lg:hidden">
          Estimated cost <span className="font-medium text-ink tabular-nums">{value}</span>
        </p>
      )}
      {earlier && (
        <p className="text-no-answer-ink lg:hidden">
          Already run on <Moment iso={earlier.createdAt} show="date" />
        </p>
      )}
    </div>
  );
}
