import { logger } from "@/lib/logger";

/**
 * Runs `stop` once and ends the process with 0: on SIGTERM, on SIGINT, and when the process that
 * started it is gone (its IPC channel closes), so that nothing is left running.
 */
export function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const once = async () => {
    if (stopping) return;
    stopping = true;
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
}
