import { type LoggableError, loggableError } from "./loggable-error";

/**
 * Does a piece of work whose errors are stored by others, and takes out of them what may not stand
 * in a log either: PostgreSQL repeats the row that it refused.
 */
export async function withSafeErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw restored(loggableError(error));
  }
}

function restored({ type, code, message, stack, cause }: LoggableError): Error {
  const error = new Error(message, cause && { cause: restored(cause) });
  return Object.assign(error, { name: type, stack, ...(code !== undefined && { code }) });
}
