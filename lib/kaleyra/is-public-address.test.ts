import fc from "fast-check";
import { expect, test } from "vitest";
import { isPublicAddress } from "./is-public-address";

test.each([
  ...["8.8.8.8", "1.1.1.1", "52.94.236.248", "172.15.255.255", "172.32.0.0", "100.63.255.255"],
  ...["100.128.0.0", "169.253.255.255", "192.169.0.0", "223.255.255.255", "2606:4700::1111"],
  ...["2a00:1450:4001:80b::200e"],
])("%s is public", (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ...["127.0.0.1", "127.255.255.254", "0.0.0.0", "10.0.0.1", "172.16.0.1", "172.31.255.255"],
  ...["192.168.1.1", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "198.18.0.1"],
  ...["203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255"],
  ...["::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::ffff:a00:1", "::7f00:1", "fc00::1"],
  ...["fd12:3456:789a::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "64:ff9b::a00:1"],
  ...["64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:a00:1::1", "3fff::1"],
  ...["", "localhost", "8.8.8", "0x7f.1", "2130706433", "[::1]"],
])("%j is not", (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test("no IPv4 address gets through by being written as IPv6", () => {
  fc.assert(
    fc.property(fc.ipV4(), fc.constantFrom("::ffff:", "::", "64:ff9b::"), (v4, before) => {
      expect(isPublicAddress(before + v4)).toBe(false);
    }),
  );
});
