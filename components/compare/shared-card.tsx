import { Card } from "@/components/ui/card";
import { Stat, StatRow } from "@/components/ui/stat";
import { formatNumber, plural } from "@/lib/format";
import type { SharedContacts } from "@/lib/runs/compare-runs";

/** What became of the numbers that are in both runs. */
export function SharedCard({ contacts }: { contacts: SharedContacts }) {
  const { reachableInBoth, notReachableInBoth, becameReachable, stoppedReachable } = contacts;
  const { unanswered, onlyBefore, onlyAfter } = contacts;
  const both =
    reachableInBoth + notReachableInBoth + becameReachable + stoppedReachable + unanswered;
  const alone = `${plural(onlyBefore, "number is", "numbers are")} in the first run only, ${formatNumber(onlyAfter)} in the second only.`;
  if (both === 0) {
    return (
      <Card title="The same numbers">
        <p className="text-soft">The two runs have no number in common. {alone}</p>
      </Card>
    );
  }
  return (
    <section aria-labelledby="shared" className="flex flex-col gap-3">
      <div>
        <h2 id="shared" className="font-semibold text-ink text-lg">
          The same numbers
        </h2>
        <p className="text-muted text-sm">
          {plural(both, "number is", "numbers are")} in both runs. {alone}
        </p>
      </div>
      <StatRow>
        <Stat
          label="Became reachable"
          value={formatNumber(becameReachable)}
          note="Not on RCS before, reachable now"
          tone="reach"
        />
        <Stat
          label="Stopped being reachable"
          value={formatNumber(stoppedReachable)}
          note="Reachable before, not on RCS now"
        />
        <Stat
          label="Unchanged"
          value={formatNumber(reachableInBoth + notReachableInBoth)}
          note={`${formatNumber(reachableInBoth)} reachable, ${formatNumber(notReachableInBoth)} not on RCS`}
        />
        <Stat
          label="Cannot be compared"
          value={formatNumber(unanswered)}
          note="Without an answer in one or both runs"
        />
      </StatRow>
    </section>
  );
}
