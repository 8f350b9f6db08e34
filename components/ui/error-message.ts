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
