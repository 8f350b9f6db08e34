import { reachOf } from "@/components/runs/reach";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PlusIcon, RunsIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { RunListItem } from "@/lib/api/runs";
import type { Comparison } from "@/lib/runs/compare-runs";
import { CarriersCard } from "./carriers-card";
import { changeWords } from "./change-words";
import { ComparePicker } from "./compare-picker";
import { ComparedCard } from "./compared-card";
import { SharedCard } from "./shared-card";

export interface ComparePageProps {
  run: { id: string; name: string };
  /** The other runs of its account that were started, newest first. */
  others: readonly RunListItem[];
  /** Null until another run was chosen. */
  comparison: Comparison | null;
  chosen: string | null;
}

/** Two runs of an account side by side: what changed between them. */
export function ComparePage({ run, others, comparison, chosen }: ComparePageProps) {
  return (
    <>
      <PageHeader
        breadcrumbs={[
          { label: "Runs", href: "/runs" },
          { label: run.name, href: `/runs/${run.id}` },
        ]}
        title="Compare runs"
        description={
          comparison
            ? changeWords(
                reachOf(comparison.before.run),
                reachOf(comparison.after.run),
                comparison.contacts,
              )
            : "What changed between two runs of an account."
        }
        actions={others.length > 0 && <ComparePicker id={run.id} runs={others} chosen={chosen} />}
      />
      {comparison ? (
        <Sides {...comparison} />
      ) : (
        <Card>
          <EmptyState
            icon={RunsIcon}
            title={others.length > 0 ? "Choose a run to compare with" : "No other run yet"}
            action={
              others.length === 0 && (
                <LinkButton href="/runs/new">
                  <PlusIcon />
                  Check an audience
                </LinkButton>
              )
            }
          >
            <p>
              {others.length > 0
                ? "See their rates side by side, and which numbers became reachable in between."
                : "Check the same list again in a few weeks to see what has changed."}
            </p>
          </EmptyState>
        </Card>
      )}
    </>
  );
}

function Sides({ before, after, contacts }: Comparison) {
  const isFinal = [before, after].every(({ run }) => run.status === "done");
  return (
    <div className="flex flex-col gap-6">
      {!isFinal && (
        <Notice title="Not all contacts have been looked up">
          <p>One of the runs is not done: what was not looked up has no answer yet.</p>
        </Notice>
      )}
      <div className="grid gap-5 lg:grid-cols-2">
        <ComparedCard run={before.run} place="Before" />
        <ComparedCard run={after.run} place="After" />
      </div>
      {contacts ? (
        <SharedCard contacts={contacts} />
      ) : (
        <Notice title="The numbers themselves can’t be compared any more">
          <p>
            The contacts of one of these runs were deleted. The rates above and by carrier remain.
          </p>
        </Notice>
      )}
      <CarriersCard before={before} after={after} />
    </div>
  );
}
