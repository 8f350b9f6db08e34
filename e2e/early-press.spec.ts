import { expect, test } from "@playwright/test";
import { columnsStep, csvFile, pickFile, usNumbers } from "./audience";
import { holdRequests } from "./hold";
import { doneRunOf } from "./runs";
import { resetSandbox } from "./sandbox";

test("a tab that is pressed before the page's scripts are there answers, and opens with them", async ({
  page,
}) => {
  await resetSandbox(page.request, { latencyMs: 0 });
  const { id } = await doneRunOf(page.request, { name: "Early", numbers: usNumbers(3) });
  const letGo = await holdRequests(page, "**/*.js");
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

test("a file that is chosen before the page's scripts are there leads on to its columns", async ({
  page,
}) => {
  const letGo = await holdRequests(page, "**/*.js");
  await page.goto("/runs/new", { waitUntil: "commit" });
  await pickFile(page, csvFile("early.csv", ["Phone", ...usNumbers(3)]));
  letGo();
  await expect(columnsStep(page)).toBeVisible();
  await expect(page).toHaveURL(/step=columns/);
});
