import { type OperationId, ROUTES } from "@/lib/api/routes";

/** What a request was for, without anything secret or personal. */
export interface RequestPlace {
  /** The id of the operation; for the rest: `auth`, `page`, `static`, or `unknown` below /api. */
  operation: OperationId | "auth" | "page" | "static" | "unknown";
  /** Its path with `{id}` in the place of each id, and `{…}` of what may be a secret or a number. */
  route: string;
  /** The first id of the path. */
  id?: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The names of pages and operations: words of letters. */
const NAME = /^[a-z_][a-z_.-]{0,23}$/i;

const operations = Object.entries(ROUTES).map(([id, { method, path }]) => ({
  id: id as OperationId,
  method,
  path: path.replace(/\{\w+\}/g, "{id}"),
}));

/**
 * Says what a request was for, in words that may stand in a log and as a metric's label: their
 * number is bounded, whatever strangers ask for.
 */
export function placeOfRequest(method: string, url: string): RequestPlace {
  const [path = "/"] = url.split("?");
  if (path.startsWith("/_next/")) return { operation: "static", route: "/_next/" };
  const parts = path.split("/").slice(1);
  const route = `/${parts.map(plainPart).join("/")}`;
  const id = parts.find((part) => UUID.test(part));
  const found = operations.find((one) => one.method === method && matches(one.path, route));
  const operation = found?.id ?? kindOf(path);
  return { operation, route: found ? found.path : route, ...(id && { id }) };
}

/** A parameter of a route may be an id, or any other word. */
function matches(pattern: string, route: string): boolean {
  const [wanted, given] = [pattern.split("/"), route.split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, at) => part === given[at] || (part === "{id}" && given[at] !== ""))
  );
}

function kindOf(path: string): "auth" | "unknown" | "static" | "page" {
  if (path.startsWith("/api/auth/")) return "auth";
  if (path.startsWith("/api/")) return "unknown";
  return /\.\w{2,5}$/.test(path) ? "static" : "page";
}

function plainPart(part: string): string {
  if (UUID.test(part)) return "{id}";
  return part === "" || NAME.test(part) ? part : "{…}";
}
