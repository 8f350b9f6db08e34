import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./accessible";
import { usNumbers } from "./audience";
import { chooseOption } from "./choose";
import { open, reload } from "./open";
import { doneRunOf, draftOf } from "./runs";
import { resetSandbox } from "./sandbox";

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext(test.info().project.use);
  await resetSandbox(request, { latencyMs: 0 });
  const numbers = usNumbers(2);
  await doneRunOf(request, { name: "Newsletter May", numbers });
  await draftOf(request, { name: "Newsletter June", numbers });
  await draftOf(request, { name: "Loyalty", numbers });
  await request.dispose();
});

const shown = (page: Page) => page.getByRole("main").getByRole("rowheader");
const search = (page: Page) => page.getByRole("searchbox", { name: "Search by name" });

test("runs are searched by name and filtered by status; the address keeps both, and back works", async ({
  page,
}) => {
  await open(page, "/runs");
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await search(page).fill("newsletter");
  await expect(shown(page)).toContainText(["Newsletter June", "Newsletter May"]);
  await expect(shown(page)).toHaveCount(2);
  await chooseOption(page, "Status", "Done");
  await expect(shown(page)).toContainText(["Newsletter May"]);
  await expect(shown(page)).toHaveCount(1);
  await expect(page).toHaveURL(/q=newsletter/);
  await reload(page);
  await expect(shown(page)).toHaveCount(1);
  await expect(search(page)).toHaveValue("newsletter");
  await page.goBack();
  await expect(shown(page)).toHaveCount(2);
});

test("a search that finds nothing says so, and is cleared by a press", async ({ page }) => {
  await open(page, "/runs?q=nothing-is-called-this");
  await expect(page.getByText("No run matches")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(shown(page).first()).toBeVisible();
  await expect(search(page)).toHaveValue("");
  await expect(page).toHaveURL("/runs");
});

test("a list that could not be loaded says so, and is asked for again by a press", async ({
  page,
}) => {
  await open(page, "/runs?q=nothing-is-called-this");
  await page.route("**/api/runs?**", (route) => route.fulfill({ status: 403, body: "" }));
  await search(page).fill("loyalty");
  await expect(page.getByText("The runs could not be loaded")).toBeVisible();
  await expectAccessible(page);
  await page.unroute("**/api/runs?**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(shown(page)).toContainText(["Loyalty"]);
});
