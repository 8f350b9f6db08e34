import { expect, it } from "vitest";
import { operations } from "@/lib/api/operations";
import { placeOfRequest } from "./place-of-request";

const id = "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b";

it.each(operations.map((one) => [one.id, one] as const))("knows %s by its path", (name, one) => {
  const url = `${one.path.replace(/\{\w+\}/g, id)}?number=%2B14155552671`;
  expect(placeOfRequest(one.method, url).operation).toBe(name);
});

it("says the pattern of a path and its id, and never the query string", () => {
  expect(placeOfRequest("POST", `/api/runs/${id}/start?number=14155552671`)).toEqual({
    operation: "startRun",
    route: "/api/runs/{id}/start",
    id,
  });
  expect(placeOfRequest("GET", `/runs/${id}/report?q=%2B14155552671`)).toEqual({
    operation: "page",
    route: "/runs/{id}/report",
    id,
  });
});

it.each([
  ["/invite/Zk3v9QmT0xPbYwL5sR8uE2aC", "/invite/{…}"],
  ["/lookup/+14155552671", "/lookup/{…}"],
  ["/%2e%2e/etc/passwd%0a", "/{…}/etc/{…}"],
  ["/wp-admin/setup-config.php", "/wp-admin/setup-config.php"],
])("keeps what may be a secret or a number out of %s", (url, route) => {
  expect(placeOfRequest("GET", url).route).toBe(route);
});

it("has few names for what it does not know, so that strangers can't make metrics without end", () => {
  expect(placeOfRequest("GET", "/api/nothing").operation).toBe("unknown");
  expect(placeOfRequest("BREW", "/api/runs").operation).toBe("unknown");
  expect(placeOfRequest("POST", "/api/auth/callback/credentials").operation).toBe("auth");
  expect(placeOfRequest("GET", "/_next/static/chunks/a.js").operation).toBe("static");
  expect(placeOfRequest("GET", "/anything").operation).toBe("page");
});
