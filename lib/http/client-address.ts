import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/**
 * The header in which scripts/web.ts tells the routes who is asking. It is set on every request, so
 * that no client can bring one along.
 */
export const CLIENT_ADDRESS = "x-client-address";

/**
 * The address of whoever sent a request: the socket's, or behind `trustedProxies` proxies the one
 * that the outermost of these saw. Each proxy adds the address that it saw at the right end of
 * X-Forwarded-For; what stands further left is the client's own word.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? "unknown";
  const header = request.headers["x-forwarded-for"];
  const told = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const hops = [...told, socket];
  const found = hops[Math.max(0, hops.length - 1 - trustedProxies)] ?? socket;
  return withoutMapping(isIP(found) ? found : socket);
}

/** Of an IPv4 address in an IPv6 one (RFC 4291, 2.5.5.2) the former. */
function withoutMapping(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}
