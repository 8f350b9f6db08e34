import type { Operation } from "@/lib/kaleyra/operations";

/** The operation that a path stands for, with its variable parts as they were sent. */
export interface Route {
  operation: Operation;
  method: "GET" | "POST";
  sid: string;
  /** The number of a single lookup or the id of a details call; else empty. */
  last: string;
}

/** Finds the operation of a path; null when Kaleyra has none there. */
export function matchRoute(path: string): Route | null {
  const [, ...parts] = path.split("/");
  if (parts[0] === "api") return matchDetails(parts);
  const [version, sid = "", ...rest] = parts;
  if (version !== "v1" || sid === "") return null;
  const route = (operation: Operation, method: "GET" | "POST", last = "") => ({
    operation,
    method,
    sid,
    last,
  });
  if (rest[0] === "lookup" && rest.length === 1) return route("number_lookup", "POST");
  if (rest[0] !== "rcs" || rest[1] !== "lookup" || rest.length > 3) return null;
  const last = rest[2];
  if (last === undefined) return route("bulk_capability", "POST");
  return last === "bulk" ? route("bulk_lookup", "POST") : route("single_lookup", "GET", last);
}

function matchDetails(parts: string[]): Route | null {
  const [, version, sid = "", lookup, info, last = ""] = parts;
  const known = version === "v1" && lookup === "lookup" && info === "get-info";
  if (!known || sid === "" || last === "" || parts.length !== 6) return null;
  return { operation: "number_lookup_details", method: "GET", sid, last };
}
