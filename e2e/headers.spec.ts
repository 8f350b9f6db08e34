import { readdirSync } from "node:fs";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { sandboxAccount } from "./accounts";
import { usNumbers } from "./audience";
import { draftOf } from "./runs";
import { stranger } from "./sign-in";

const script = readdirSync(".next/static/chunks").find((name) => name.endsWith(".js"));

/** One address of each kind of answer. */
async function kinds(request: APIRequestContext): Promise<Record<string, string>> {
  const account = await sandboxAccount(request);
  const run = await draftOf(request, { name: "Headers", numbers: usNumbers(2) });
  return {
    "a page": "/",
    "a page of something": `/accounts/${account.id}/tokens`,
    "a page that is not there": "/nowhere",
    "a redirect": "/welcome",
    "an answer of the interface": "/api/accounts",
    "a problem": "/api/runs/00000000-0000-4000-8000-000000000000",
    "an address of the interface that is not there": "/api/nowhere",
    "an export": `/api/runs/${run.id}/export?segment=all`,
    "a readiness answer": "/api/ready",
    "next-auth's own": "/api/auth/csrf",
    "a script": `/_next/static/chunks/${script}`,
    "a file": "/sample-audience.csv",
    "an icon": "/icon.svg",
  };
}

test("every kind of answer carries the headers, whoever asks", async ({
  request,
  playwright,
  baseURL,
}) => {
  const nobody = await playwright.request.newContext({ baseURL, storageState: stranger });
  for (const [kind, path] of Object.entries(await kinds(request))) {
    for (const client of [request, nobody]) {
      const answer = await client.get(path, { maxRedirects: 0 });
      const headers = answer.headers();
      const of = `${kind} (${answer.status()})`;
      expect.soft(headers["x-content-type-options"], of).toBe("nosniff");
      expect.soft(headers["x-frame-options"], of).toBe("DENY");
      expect.soft(headers["referrer-policy"], of).toBe("same-origin");
      expect.soft(headers["permissions-policy"], of).toContain("camera=()");
      expect.soft(headers["cross-origin-opener-policy"], of).toBe("same-origin");
      expect.soft(headers["cross-origin-resource-policy"], of).toBe("same-origin");
      expect.soft(headers["x-powered-by"], of).toBeUndefined();
      expect.soft(headers["access-control-allow-origin"], of).toBeUndefined();
      // Promised by https alone.
      expect.soft(headers["strict-transport-security"], of).toBeUndefined();
      // Files are neither pages nor answers of the interface.
      if (!/script|file|icon/.test(kind)) {
        expect.soft(headers["content-security-policy"], of).toContain("frame-ancestors 'none'");
      }
      if (path.startsWith("/api/") && answer.ok()) {
        expect.soft(headers["content-security-policy"], of).toContain("default-src 'none'");
        expect.soft(headers["cache-control"], of).toMatch(/no-store|no-cache/);
      }
    }
  }
  await nobody.dispose();
});

test("who came by https is told to stay there, with every kind of answer", async ({ request }) => {
  const headers = { "x-forwarded-proto": "https" };
  for (const [kind, path] of Object.entries(await kinds(request))) {
    const answer = await request.get(path, { headers, maxRedirects: 0 });
    expect
      .soft(answer.headers()["strict-transport-security"], kind)
      .toBe("max-age=31536000; includeSubDomains");
  }
});
