import { expect, test } from "@playwright/test";
import { usNumbers } from "./audience";
import { getRun, startRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

test("a tab that is pressed before the page's scripts are there answers, and opens with them", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await startRunOf(page.request, { name: "Early", numbers: usNumbers(3) });
  await expect.poll(async () => (await getRun(page.request, id)).status).toBe("done");
  let letGo = () => {};
  const areWanted = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await areWanted;
    await route.continue();
  });
  await page.goto(`/runs/${id}`, { waitUntil: "commit" });
  const contacts = page.getByRole("tab", { name: /^Contacts/ });
  const overview = page.getByRole("tab", { name: "Overview" });
  await contacts.click();
  await expect(contacts).toHaveAttribute("aria-selected", "true");
  await expect(overview).toHaveAttribute("aria-selected", "false");
  await expect(page.locator("[role=tabpanel]")).toBeHidden();
  letGo();
  await expect(page.getByRole("tabpanel", { name: /^Contacts/ }).getByRole("table")).toBeVisible();
  await expect(page).toHaveURL(/tab=contacts/);
  await expect(contacts).toHaveAttribute("aria-selected", "true");
  await overview.click();
  await expect(overview).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel", { name: "Overview" })).toBeVisible();
});
