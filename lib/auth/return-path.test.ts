import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { returnPath, signInPath } from "./return-path";

const run = "/runs/7f3c2a10-0000-4000-8000-000000000000?tab=contacts&carrier=AT%26T";

describe("the page to go to after sign-in", () => {
  test.each(["/", "/runs", run, "/lookup#answer", "/runs?q=//evil.example", "/%2F/evil.example"])(
    "%s is a page of this server",
    (path) => {
      expect(returnPath(path)).toBe(path);
    },
  );

  test.each([
    undefined,
    null,
    "",
    ["/runs", "/lookup"],
    "runs",
    "https://evil.example/runs",
    "HTTPS:/evil.example",
    "javascript:alert(1)",
    "data:text/html,hello",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/runs\\..\\evil",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/%2e//evil.example",
    "/runs/..//evil.example",
    "//here.invalid/runs",
    "//user@here.invalid:80",
    "//[",
    "/api/runs",
    "/api",
    "/sign-in?next=/runs",
    "/welcome",
    "/runs/../api/auth/signout",
  ])("%j is not followed", (given) => {
    expect(returnPath(given)).toBe("/");
  });

  test("whatever is given, a browser that follows it stays on this server", () => {
    const here = "https://reach.example:8443";
    const nasty = fc
      .array(fc.constantFrom("/", "\\", ".", "%2e", "\t", "\n", "@", ":", "?", "#", "evil", "http"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(fc.string(), nasty, fc.webUrl()), (given) => {
        expect(new URL(returnPath(given), here).origin).toBe(here);
      }),
    );
  });
});

describe("the address of the sign-in page", () => {
  test("carries the page that it leads back to", () => {
    const { pathname, searchParams } = new URL(signInPath(run), "http://localhost");
    expect(pathname).toBe("/sign-in");
    expect(searchParams.get("next")).toBe(run);
  });

  test("is plain where it leads to the overview", () => {
    expect(signInPath("/")).toBe("/sign-in");
    expect(signInPath(null)).toBe("/sign-in");
  });
});
