import { expect, test } from "@playwright/test";
import pg from "pg";
import { expectAccessible } from "./accessible";
import { sandboxAccount } from "./accounts";
import { own } from "./installations";
import { open } from "./open";

const db = new pg.Client(own.databaseUrl);
test.beforeAll(() => db.connect());
test.afterAll(() => db.end());

/** Takes away what a page reads, for as long as the work lasts. */
async function withoutEvents(work: () => Promise<void>): Promise<void> {
  await db.query("ALTER TABLE audit_events RENAME TO audit_events_away");
  try {
    await work();
  } finally {
    await db.query("ALTER TABLE audit_events_away RENAME TO audit_events");
  }
}

for (const way of ["a link", "its address"] as const) {
  test(`a page that fails, reached by ${way}, says so inside the frame, and is shown once it can be`, async ({
    page,
  }) => {
    const { id } = await sandboxAccount(page.request);
    const heading = page.getByRole("heading", { level: 1, name: "Audit trail" });
    await open(page, `/accounts/${id}`);
    await withoutEvents(async () => {
      if (way === "a link") await page.getByRole("link", { name: "Audit trail" }).click();
      else await page.goto(`/accounts/${id}/audit`);
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("This page could not be shown");
      await expect(alert).toContainText("Reference: ");
      await expect(heading).toHaveCount(0);
      await expectAccessible(page);
    });
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(heading).toBeVisible();
    await expect(page.getByText("This page could not be shown")).toHaveCount(0);
  });
}

test("another page is not held back by one that fails", async ({ page }) => {
  const { id } = await sandboxAccount(page.request);
  await withoutEvents(async () => {
    await page.goto(`/accounts/${id}/audit`);
    await expect(page.getByText("This page could not be shown")).toBeVisible();
    await page.getByRole("link", { name: "Runs", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "Runs" })).toBeVisible();
  });
});
