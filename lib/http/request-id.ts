import { randomUUID } from "node:crypto";

/** The header in which a proxy may name a request, and in which each answer bears its name. */
export const REQUEST_ID = "x-request-id";

/** The id of a request: the one that a proxy gave it, if it is a plain word, or a new one. */
export function requestIdOf(given: string | string[] | undefined | null): string {
  return typeof given === "string" && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}
