import { logger } from "@/lib/logger";

/** DBOS's own log lines on ours: its chatter as debug. */
export const quietDbosLogger = {
  info: (entry: unknown) => logger.debug({ engine: entry }),
  debug: (entry: unknown) => logger.debug({ engine: entry }),
  warn: (entry: unknown) => logger.warn({ engine: entry }),
  error: (entry: unknown, metadata?: { stack?: string }) =>
    logger.error({ engine: entry, stack: metadata?.stack }),
};
