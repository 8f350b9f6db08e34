import { ApiError } from "@/lib/api/client";

/** The sentence for the user that an error carries. What is not one of ours keeps its message to itself. */
export function errorMessage(error: unknown): string {
  if (error instanceof ApiError) return error.message;
  return "Something went wrong. Try again in a moment.";
}

/** What a refused request said about single fields. */
export function errorFields(error: unknown): Record<string, string> {
  return (error instanceof ApiError && error.problem.fields) || {};
}
