import { AppError } from "@/lib/errors";

/**
 * Refuses what needs the contacts of a run that are not kept any more.
 *
 * @throws AppError `run_purged`
 */
export function refusePurged({ purgedAt }: { purgedAt: Date | null }): void {
  if (!purgedAt) return;
  const day = purgedAt.toISOString().slice(0, 10);
  throw new AppError(
    "run_purged",
    `The contacts and rows of this run were deleted on ${day}. Its counts and charts remain.`,
  );
}
