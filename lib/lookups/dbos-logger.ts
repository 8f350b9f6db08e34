import { maskNumbersIn } from "@/lib/kaleyra/mask";
import { logger } from "@/lib/logger";
import { loggableError } from "@/lib/logging/loggable-error";

/** A line of the engine. An error in it may repeat a row; ids are no numbers, so only `+…` is masked. */
function lineOf(entry: unknown): unknown {
  if (entry instanceof Error) return loggableError(entry);
  const text = typeof entry === "string" ? entry : JSON.stringify(entry);
  return text?.replace(/\+\d{7,}/g, maskNumbersIn);
}

/** DBOS's own log lines on ours: its chatter as debug. */
export const quietDbosLogger = {
  info: (entry: unknown) => logger.debug({ engine: lineOf(entry) }),
  debug: (entry: unknown) => logger.debug({ engine: lineOf(entry) }),
  warn: (entry: unknown) => logger.warn({ engine: lineOf(entry) }),
  error: (entry: unknown) => logger.error({ engine: lineOf(entry) }),
};
