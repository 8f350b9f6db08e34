import { ApiError } from "@/lib/api/client";
import { AppError } from "@/lib/errors";

/** The sentence for the user that an error carries. What is not one of ours keeps its message to itself. */
export function errorMessage(error: unknown): string {
  if (error instanceof ApiError || error instanceof AppError) return error.message;
  return "Something went wrong. Try again in a moment.";
}

/** What a refused request, or a check in the browser, said about single fields. */
export function errorFields(error: unknown): Record<string, string> {
  if (error instanceof AppError) return error.fields ?? {};
  return (error instanceof ApiError && error.problem.fields) || {};
}

/** Of a fault of the server: the id of the request, which a person may quote. */
export function errorReference(error: unknown): string | undefined {
  return error instanceof ApiError && error.problem.status >= 500
    ? error.problem.requestId
    : undefined;
}

/** Of a page that failed on the server: its digest, which stands in the server's log. */
export function digestOf(error: unknown): string | undefined {
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  return typeof digest === "string" ? digest : undefined;
}
