import { codeOf } from "@/lib/db/code-of";
import { maskNumbersIn } from "@/lib/kaleyra/mask";

/** What of an error may be kept: it holds nobody's data. */
export interface SafeError {
  type: string;
  code?: string;
  message: string;
  stack?: string;
  cause?: SafeError;
}

const MAX_DEPTH = 5;

/**
 * An error fit for a log: PostgreSQL repeats the row that it refused in `detail`, libraries add what
 * they were given. Only what is named here is kept, numbers masked.
 */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, message: "Not an error." };
  const { name, message, stack, cause } = error;
  const code = codeOf(error);
  return {
    type: name,
    ...(code !== undefined && { code }),
    message: maskNumbersIn(message),
    // Frames alone: the first lines repeat the message.
    ...(stack && {
      stack: stack
        .split("\n")
        .filter((line) => /^\s+at /.test(line))
        .join("\n"),
    }),
    ...(cause !== undefined && depth < MAX_DEPTH && { cause: safeError(cause, depth + 1) }),
  };
}

/**
 * Does a piece of work whose errors are stored by others, and takes out of them what `safeError`
 * would not keep.
 */
export async function withSafeErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw restored(safeError(error));
  }
}

function restored({ type, code, message, cause }: SafeError): Error {
  const error = new Error(message, cause && { cause: restored(cause) });
  return Object.assign(error, { name: type, ...(code !== undefined && { code }) });
}
