import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import getPort from "get-port";
import type { App } from "../scripts/app";
import { startTemporaryApp } from "../scripts/temporary-app";
import { type IdentityProvider, startIdentityProvider } from "../test/identity-provider";
import { expectAccessible } from "./accessible";
import { open } from "./open";
import { owner } from "./owner";
import { stranger } from "./sign-in";

test.use({ storageState: stranger });

let app: App;
let provider: IdentityProvider;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  const port = await getPort({ host: "127.0.0.1" });
  provider = await startIdentityProvider(`http://127.0.0.1:${port}`);
  app = await startTemporaryApp(() => ({
    PORT: String(port),
    OWNER_EMAIL: owner.email,
    OWNER_PASSWORD: owner.password,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "Acme ID",
  }));
});
test.afterAll(async () => {
  await app?.stop();
  await provider?.stop();
});

test("the owner signs in by the identity provider and lands where they wanted to; a stranger is told why not", async ({
  browser,
}) => {
  for (const [email, isIn] of [
    [owner.email, true],
    ["nobody@example.com", false],
  ] as const) {
    const page = await browser.newPage({ baseURL: app.url });
    const subject = randomUUID();
    provider.people.set(subject, { email, email_verified: true });
    await open(page, "/runs?status=done");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Continue with Acme ID" }).click();
    await page.getByPlaceholder("Enter any login").fill(subject);
    await page.getByPlaceholder("and password").fill("any");
    await page.getByRole("button", { name: "Sign-in" }).click();
    await page.getByRole("button", { name: "Continue" }).click();
    if (isIn) {
      await expect(page).toHaveURL("/runs?status=done");
    } else {
      await expect(page.getByText("Your email address has no access here")).toBeVisible();
      await expectAccessible(page);
    }
    await page.context().close();
  }
});
