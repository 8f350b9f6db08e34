import { type ConsoleMessage, expect, type Page, test } from "@playwright/test";
import { operations } from "../lib/api/operations";
import { accountInput, sandboxAccount } from "./accounts";
import { origin, read } from "./api";
import { usNumbers } from "./audience";
import { ownNumber } from "./installations";
import { open } from "./open";
import { owner, signedInState } from "./owner";
import { signedInPages } from "./pages";
import { runsNamed, startRunOf } from "./runs";
import { resetSandbox } from "./sandbox";
import { sendSignIn, signInByHttp, stranger } from "./sign-in";

const nobodysId = "00000000-0000-4000-8000-000000000000";
const dummy = (path: string) => path.replaceAll(/\{\w+\}/g, nobodysId);
const guarded = operations.filter((operation) => !operation.isPublic);
const sessionCookie = "next-auth.session-token";

test.describe("without a session", () => {
  test.use({ storageState: stranger });

  test("every operation answers 401 and gives nothing away", async ({ request }) => {
    expect(guarded.length).toBeGreaterThan(20);
    const places = [
      ...guarded.map(({ method, path }) => ({ method, path: dummy(path) })),
      { method: "GET", path: "/api/openapi.json" },
    ];
    for (const { method, path } of places) {
      const answer = await request.fetch(path, { method, data: {}, headers: { Origin: origin } });
      expect.soft(answer.status(), `${method} ${path}`).toBe(401);
      expect.soft(answer.headers()["content-type"], path).toBe("application/problem+json");
      const { type: _, requestId, ...problem } = await answer.json();
      expect.soft([undefined, answer.headers()["x-request-id"]], path).toContain(requestId);
      expect.soft(problem, path).toEqual({
        status: 401,
        code: "not_signed_in",
        title: "You are not signed in",
        detail: "Sign in and try again.",
      });
    }
  });

  test("every page leads to the sign-in page", async ({ page }) => {
    const pages = signedInPages({ runs: nobodysId, accounts: nobodysId });
    expect(pages).toContain("/");
    expect(pages).toContain(`/runs/${nobodysId}`);
    for (const path of pages) {
      const first = await page.request.get(path, { maxRedirects: 0 });
      const door = path === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next: path })}`;
      expect.soft(first.headers().location, path).toBe(door);
      await page.goto(path);
      await expect(page).toHaveURL(door);
      await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
    }
  });

  test("a wrong password and an unknown user get the same sentence, in the form", async ({
    page,
  }) => {
    const sentences: (string | null)[] = [];
    for (const email of [owner.email, "nobody@example.com"]) {
      await sendSignIn(page, { email, password: "not the password" });
      const alert = page.locator("form").getByRole("alert").filter({ hasText: /\w/ });
      await expect(alert).toBeVisible();
      sentences.push(await alert.textContent());
      await expect(page).toHaveURL("/sign-in");
      await expect(page.getByLabel("Email")).toHaveValue(email);
    }
    expect(sentences).toEqual(["Email or password is wrong.", "Email or password is wrong."]);
    expect(await page.context().cookies()).not.toContainEqual(
      expect.objectContaining({ name: sessionCookie }),
    );
  });

  test("only health and readiness are told to anyone", async ({ request }) => {
    expect(await read(request, "/api/health")).toEqual({ status: "ok" });
    expect(await read(request, "/api/ready")).toEqual({ status: "ready" });
    const open = operations.filter((operation) => operation.isPublic).map(({ id }) => id);
    expect(open.sort()).toEqual([
      "health",
      "joinByInvite",
      // Behind a token of its own.
      "metrics",
      "readInvite",
      "readPasswordReset",
      "ready",
      "setNewPassword",
      "setUp",
    ]);
  });

  test("the session cookie is out of reach of scripts and of other sites", async ({ page }) => {
    await sendSignIn(page, owner);
    await expect(page).toHaveURL("/");
    const cookies = await page.context().cookies();
    expect(cookies).toContainEqual(
      expect.objectContaining({ name: sessionCookie, httpOnly: true, sameSite: "Lax" }),
    );
    expect(await page.evaluate(() => document.cookie)).not.toContain(sessionCookie);
  });
});

test.describe("signing out", () => {
  test.use({ storageState: stranger });

  // It may end the owner's other sessions as well, which the tests after this one go on with.
  test.afterAll(async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: origin });
    await signInByHttp(request);
    await request.storageState({ path: signedInState(ownNumber) });
    await request.dispose();
  });

  test("makes the session worthless, also to whoever has kept its cookie", async ({
    page,
    playwright,
  }) => {
    await sendSignIn(page, owner);
    await expect(page).toHaveURL("/");
    const kept = await playwright.request.newContext({
      baseURL: origin,
      storageState: await page.context().storageState(),
    });
    expect((await kept.get("/api/accounts")).status()).toBe(200);

    await page.getByRole("button", { name: /^Your account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL("/sign-in");
    await page.goto("/runs");
    await expect(page).toHaveURL("/sign-in?next=%2Fruns");
    expect((await kept.get("/api/accounts")).status()).toBe(401);
    await kept.dispose();
  });
});

for (const [what, headers] of [
  ["from another site", { Origin: "https://evil.example.com" }],
  ["from another port of this host", { Origin: "http://127.0.0.1:1" }],
  ["with the origin null", { Origin: "null" }],
  ["without an origin", {}],
] as const) {
  test(`a write ${what} is refused and writes nothing`, async ({ request }) => {
    const account = await sandboxAccount(request);
    const sent: Record<string, unknown> = {
      createAccount: accountInput({ name: "Foreign" }),
      createRun: {
        accountId: account.id,
        name: "Foreign",
        fileName: "foreign.csv",
        rows: 1,
        blank: 0,
      },
      updateAccount: { name: "Foreign" },
      setUp: { ...owner, email: "foreign@example.com" },
    };
    for (const { id, method, path } of operations.filter((one) => one.method !== "GET")) {
      const target = path.startsWith("/api/accounts/{id}")
        ? path.replace("{id}", account.id)
        : dummy(path);
      const answer = await request.fetch(target, { method, headers, data: sent[id] ?? {} });
      expect.soft(answer.status(), `${method} ${path}`).toBe(403);
      expect.soft((await answer.json()).code, path).toBe("wrong_origin");
    }
    const { items } = await read<{ items: unknown[] }>(request, "/api/accounts");
    expect(items).toEqual([account]);
    expect(await runsNamed(request, "Foreign")).toEqual([]);
  });
}

test("the OpenAPI document lists every operation", async ({ request }) => {
  const { openapi, paths } = await read<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  }>(request, "/api/openapi.json");
  expect(openapi).toMatch(/^3\.1\./);
  for (const { id, method, path } of operations) {
    expect.soft(paths[path]?.[method.toLowerCase()]?.operationId, path).toBe(id);
  }
});

/** Collects what the browser complains about, breaches of the policy among it. */
function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  const note = (message: ConsoleMessage) => {
    if (message.type() === "error" || /Content Security Policy/i.test(message.text())) {
      complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    }
  };
  page.on("console", note);
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  return complaints;
}

async function expectGuarded(page: Page, path: string): Promise<void> {
  const headers = (await open(page, path))?.headers() ?? {};
  const policy = headers["content-security-policy"] ?? "";
  expect.soft(policy, path).toMatch(/script-src [^;]*'nonce-[\w+/=]{16,}'/);
  expect.soft(policy, path).not.toMatch(/script-src [^;]*'unsafe-/);
  expect.soft(policy, path).toContain("frame-ancestors 'none'");
  expect.soft(policy, path).toContain("object-src 'none'");
  expect.soft(headers["x-frame-options"], path).toBe("DENY");
  expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
  expect.soft(headers["x-powered-by"], path).toBeUndefined();
}

test("every page keeps a nonce policy without a breach, and can't be framed or sniffed", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id: accounts } = await sandboxAccount(page.request);
  const run = await startRunOf(page.request, { name: "Policy", numbers: usNumbers(8) });
  const complaints = complaintsOf(page);
  for (const path of signedInPages({ runs: run.id, accounts })) {
    await expectGuarded(page, path);
    // The menu opens: the scripts of the page were let in, and the styles that they add.
    await page.getByRole("button", { name: /^Your account/ }).click();
    await expect(page.getByRole("menuitem", { name: "Sign out" })).toBeVisible();
  }
  for (const tab of ["contacts", "invalid", "duplicates"]) {
    await open(page, `/runs/${run.id}?tab=${tab}`);
    await expect(page.getByRole("tabpanel")).toContainText(/\w/);
  }
  expect(complaints).toEqual([]);
});

test("the sign-in page keeps the same policy", async ({ browser }) => {
  const page = await browser.newPage({ storageState: stranger });
  const complaints = complaintsOf(page);
  await expectGuarded(page, "/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Type your email address.")).toBeVisible();
  expect(complaints).toEqual([]);
  await page.close();
});

test("each answer has a nonce of its own", async ({ request }) => {
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get("/")).headers()["content-security-policy"]),
  );
  expect(policies[0]).toContain("'nonce-");
  expect(policies[0]).not.toBe(policies[1]);
});
