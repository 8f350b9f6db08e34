import pino from "pino";
import { logScope } from "./logging/log-scope";
import { loggableError } from "./logging/loggable-error";

/**
 * The log of this process: JSON lines on standard error, since standard output is for what a
 * command has to say to its user. Each line says which request, or which lane of which run, it was
 * written in. Nothing that names a phone number, a key or a body goes in; log ids and counts.
 */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL || "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["apiKey", "password", "authorization", "cookie"],
    mixin: () => ({ ...logScope() }),
    serializers: { err: (error: unknown) => loggableError(error) },
  },
  pino.destination(2),
);
