import { unanswered, unansweredWords } from "@/components/runs/unanswered";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";

type Told = Pick<RunView, "status" | "counts" | "outcomes" | "isSandbox">;

/** What the reader must know before the figures, each in a sentence; nothing of a plain, finished run. */
export function reportWarnings({ status, counts, outcomes, isSandbox }: Told): string[] {
  const open = `${formatNumber(outcomes.pending)} of ${plural(counts.unique, "contact")}`;
  const byStatus: Record<RunView["status"], string | null> = {
    draft: "This run has not been started: nothing has been looked up.",
    queued: `This run is still going: ${open} have not been looked up yet, and the figures will change.`,
    running: `This run is still going: ${open} have not been looked up yet, and the figures will change.`,
    paused: `This run is paused: ${open} have not been looked up yet.`,
    cancelled: `This run was cancelled: ${open} were not looked up.`,
    failed: `This run stopped before its end: ${open} were not looked up.`,
    done: null,
  };
  return [
    isSandbox && "Made with the sandbox: the answers are made up and say nothing of real people.",
    byStatus[status],
    unanswered(outcomes) > 0 && `${unansweredWords(outcomes)}: nothing is known about them.`,
  ].filter((sentence) => typeof sentence === "string");
}
