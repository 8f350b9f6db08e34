import type { IncomingMessage } from "node:http";
import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

const request = (remoteAddress: string, forwarded?: string | string[]) =>
  ({
    socket: { remoteAddress },
    headers: { "x-forwarded-for": forwarded },
  }) as unknown as IncomingMessage;

it.each([
  ["nothing is in front", request("198.51.100.7"), 0, "198.51.100.7"],
  ["a client makes a header up", request("198.51.100.7", "203.0.113.9"), 0, "198.51.100.7"],
  ["one proxy", request("10.0.0.1", "198.51.100.7"), 1, "198.51.100.7"],
  [
    "the client made a part up",
    request("10.0.0.1", "203.0.113.9, 198.51.100.7"),
    1,
    "198.51.100.7",
  ],
  ["two proxies", request("10.0.0.1", "203.0.113.9, 198.51.100.7, 10.0.0.2"), 2, "198.51.100.7"],
  ["two headers", request("10.0.0.1", ["203.0.113.9", "198.51.100.7"]), 1, "198.51.100.7"],
  ["the proxy said nothing", request("10.0.0.1"), 1, "10.0.0.1"],
  ["fewer proxies than set", request("10.0.0.1", "198.51.100.7"), 3, "198.51.100.7"],
  ["no address at all", request("10.0.0.1", "unknown"), 1, "10.0.0.1"],
  ["IPv4 on an IPv6 socket", request("::ffff:198.51.100.7"), 0, "198.51.100.7"],
  ["IPv6", request("2001:db8::1"), 0, "2001:db8::1"],
])("%s", (_, given, proxies, address) => {
  expect(clientAddress(given, proxies)).toBe(address);
});
