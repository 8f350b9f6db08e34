import type { RunStatusName } from "./runs";

/** Of a run, or a pass over number details: it makes calls, or is about to. */
export function isLive(status: RunStatusName | undefined): boolean {
  return status === "queued" || status === "running";
}

/** It makes calls, or stands still until someone resumes it. */
export function isUnderWay(status: RunStatusName | undefined): boolean {
  return isLive(status) || status === "paused";
}
