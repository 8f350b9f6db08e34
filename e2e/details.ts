import { expect, type Locator, type Page } from "@playwright/test";
import { answerFor } from "../sandbox/answers";
import { connectAccount } from "./accounts";
import { usNumbers } from "./audience";
import { open } from "./open";
import { doneRunOf } from "./runs";
import { resetSandbox, sandboxLog } from "./sandbox";

export const numbers = usNumbers(30);
export const reachable = numbers.filter((number) => answerFor(number).rcs);
export const count = reachable.length;
export const allKnown = `The details of ${count} of ${count} numbers are known.`;
/** Of the details of one number, in dollars. */
export const detailPrice = 0.002;

/** A run that has its RCS answers, of an account whose number details have a price. */
export async function openCheckedRun(page: Page, name: string): Promise<string> {
  await resetSandbox(page.request, { latencyMs: 0 });
  const account = await connectAccount(page.request, { pricePerDetail: detailPrice });
  const { id } = await doneRunOf(page.request, { name, numbers, accountId: account.id });
  await open(page, `/runs/${id}`);
  await resetSandbox(page.request, { latencyMs: 0 });
  return id;
}

/** Shows what looking up the details of the reachable contacts would cost. */
export async function openDialog(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: "Look up number details" }).first().click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("Contacts chosen")).toBeVisible();
  return dialog;
}

/** Looks up the details of the reachable contacts of the run that is open. */
export async function startLookup(page: Page): Promise<void> {
  const dialog = await openDialog(page);
  await dialog.getByRole("button", { name: `Look up ${count} numbers` }).click();
  await expect(dialog).toHaveCount(0);
}

export const passCard = (page: Page) =>
  page.getByRole("region", { name: "Lookup of number details" });

/** What the sandbox served since its log was cleared, by operation. */
export const lookups = async (page: Page) => (await sandboxLog(page.request)).byOperation;
