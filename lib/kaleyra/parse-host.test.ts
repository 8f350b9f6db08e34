import { expect, test } from "vitest";
import { parseHost } from "./parse-host";

test.each([
  ["rcs-api.na.kaleyra.io", "rcs-api.na.kaleyra.io"],
  [" RCS-API.NA.Kaleyra.IO ", "rcs-api.na.kaleyra.io"],
  ["https://api.na.kaleyra.ai/", "api.na.kaleyra.ai"],
])("%j is %s", (input, host) => {
  expect(parseHost(input)).toEqual({ ok: true, host });
});

test.each([
  ["", "empty"],
  ["  ", "empty"],
  ["http://api.kaleyra.io", "not_https"],
  ["file:///etc/passwd", "not_https"],
  ["key@api.kaleyra.io", "userinfo"],
  ["https://a:b@api.kaleyra.io", "userinfo"],
  ["kaleyra.io@evil.example", "userinfo"],
  ["api.kaleyra.io:8443", "port"],
  ["api.kaleyra.io/v1", "path"],
  ["api.kaleyra.io?x=1", "path"],
  ["api.kaleyra.io#x", "path"],
  ["127.0.0.1", "ip_address"],
  ["2130706433", "ip_address"],
  ["0x7f.1", "ip_address"],
  ["[::1]", "ip_address"],
  ["https://169.254.169.254/", "ip_address"],
  ["localhost", "foreign"],
  ["evil.example", "foreign"],
  ["evilkaleyra.io", "foreign"],
  ["kaleyra.io.evil.example", "foreign"],
  ["api.kaleyra.io.", "foreign"],
  ["kaleyra.io", "foreign"],
  ["api.kaleyra.com", "foreign"],
  ["api.kaleyra.io\\@evil.example", "unreadable"],
  ["api kaleyra.io", "unreadable"],
  ["https://", "unreadable"],
])("%j is refused: %s", (input, problem) => {
  expect(parseHost(input)).toEqual({ ok: false, problem });
});
