import pino from "pino";
import { safeError } from "./safe-error";

/**
 * The log of this process: JSON lines on standard error, since standard output is for what a
 * command has to say to its user. Nothing that names a phone number, a key or a body goes in; log
 * ids and counts.
 */
export const logger = pino(
  {
    level: process.env.LOG_LEVEL || "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: safeError },
    redact: ["apiKey", "password", "authorization", "cookie"],
  },
  pino.destination(2),
);
