import { maskNumbersIn } from "@/lib/kaleyra/mask";

/** What a log line says of an error. */
export interface LoggableError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  digest?: string;
  cause?: LoggableError;
}

const MOST_CAUSES = 5;

/**
 * Of an error what may stand in a log: its kind, its words and where it came from, with whatever
 * looks like a phone number masked. The rest of it, such as PostgreSQL's `detail` ("Key (e164)=(…)
 * already exists") or the parameters of a query, stays out.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error))
    return { type: typeof error, message: maskNumbersIn(String(error)) };
  const { code, digest } = error as { code?: unknown; digest?: unknown };
  return {
    type: error.name,
    message: maskNumbersIn(error.message),
    ...(error.stack && { stack: maskNumbersIn(error.stack) }),
    ...(typeof code === "string" && { code }),
    ...(typeof digest === "string" && { digest }),
    ...(error.cause !== undefined &&
      depth < MOST_CAUSES && { cause: loggableError(error.cause, depth + 1) }),
  };
}
