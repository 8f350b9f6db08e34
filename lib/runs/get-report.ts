import type { SessionUser } from "@/lib/auth/session";
import { countReasons } from "@/lib/segments/count-reasons";
import { getBreakdown } from "./get-breakdown";
import { getRun } from "./get-run";

/** What a report tells of a run: sums only, no number and no cell of the file. For viewers too. */
export async function getReport(user: SessionUser, id: string) {
  const run = await getRun(user, id);
  const [{ cells }, reasons] = await Promise.all([getBreakdown(user, id), countReasons(id)]);
  return { run, cells, reasons };
}
