import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";

/** What the tab of the browser says: a run under way leads with how far it is. */
export function runTitle({
  name,
  status,
  progress,
}: Pick<RunView, "name" | "status" | "progress">): string {
  const percent = progress.total > 0 ? Math.floor((progress.done / progress.total) * 100) : 0;
  const lead = isLive(status) ? `${percent}% · ` : status === "paused" ? "Paused · " : "";
  return `${lead}${name} · RCS Reach`;
}
