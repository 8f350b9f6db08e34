import { Card } from "@/components/ui/card";
import type { RunView } from "@/lib/api/runs";
import { contactsSum, costSum, lookupsSum, notLookedUp } from "./run-sums";
import { Sum } from "./sum";

/** The proof that contacts, lookups and cost agree. */
export function Reconciliation({ run }: { run: RunView }) {
  const cost = costSum(run);
  const rest = notLookedUp(run);
  return (
    <Card
      title="How it adds up"
      description="Every contact is counted once. Every lookup that may be billed belongs to a contact that Kaleyra was asked about (reachable, not on RCS, or without an answer), or counts as extra."
    >
      <div className="flex flex-col gap-5">
        <section aria-label="Contacts">
          <Sum terms={contactsSum(run)} />
        </section>
        <section aria-label="Lookups" className="border-line border-t pt-5">
          <Sum terms={lookupsSum(run)} />
          {rest && <p className="mt-3 text-muted">{rest}</p>}
          {cost && <p className="mt-3 text-muted tabular-nums">{cost}</p>}
        </section>
      </div>
    </Card>
  );
}
