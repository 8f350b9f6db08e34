import { logger } from "@/lib/logger";

/**
 * Runs `stop` once and ends the process with 0: on SIGTERM, on SIGINT, and when the process that
 * started it is gone (its IPC channel closes), so that nothing is left running.
 *
 * @param withinMs after which it ends with 1 all the same, as when the database is away
 */
export function onStop(stop: () => Promise<void>, withinMs?: number): void {
  let stopping = false;
  const once = async () => {
    if (stopping) return;
    stopping = true;
    const tooLate = () => {
      logger.error("did not stop in time");
      process.exit(1);
    };
    if (withinMs !== undefined) setTimeout(tooLate, withinMs).unref();
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      logger.error({ err: error }, "did not stop cleanly");
      process.exit(1);
    }
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void once());
  process.on("disconnect", () => void once());
  // It may be gone already: that was said before anyone listened.
  if (process.connected === false) void once();
}
