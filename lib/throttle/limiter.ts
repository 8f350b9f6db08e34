import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { Pool } from "pg";
import { RateLimiterPostgres } from "rate-limiter-flexible";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/env";

const made = new WeakMap<Pool, Map<string, RateLimiterPostgres>>();

/** The counter of a limit. It stands in the database, and so counts for all web processes together. */
export function limiter(name: string, points: number, seconds: number): RateLimiterPostgres {
  const store = pool();
  const known = made.get(store) ?? new Map<string, RateLimiterPostgres>();
  made.set(store, known);
  const found =
    known.get(name) ??
    new RateLimiterPostgres({
      storeClient: store,
      storeType: "pool",
      tableName: "throttles",
      tableCreated: true,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  known.set(name, found);
  return found;
}

/** Stands for a person or an address in the table: whoever reads it learns of neither. */
export function keyOf(...parts: string[]): string {
  return createHmac("sha256", env().NEXTAUTH_SECRET).update(parts.join("\n")).digest("base64url");
}

/** An address as far as it tells clients apart: of IPv6 the network, since a client owns all of it. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail.split(":").filter(Boolean);
  const filled = address.includes("::")
    ? [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0"), ...right]
    : left;
  return `${filled
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
