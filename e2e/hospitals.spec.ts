import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import Papa from "papaparse";
import type { ContactView } from "../lib/api/runs";
import { answerFor } from "../sandbox/answers";
import { reviewFile, runIsDone, startRun } from "./audience";
import { reload } from "./open";
import { resetSandbox, sandboxLog } from "./sandbox";

test("a real list: from the file to the reachable segment", async ({ page }) => {
  await resetSandbox(page.request);
  await reviewFile(page, "e2e/data/us-hospitals.csv");

  const figures = ["4,784", "rows in the file", "4,764", "18", "2", "0"];
  for (const figure of figures) {
    await expect(page.getByText(figure, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText("10 bulk calls of 476 or 477 numbers")).toBeVisible();
  for (const cell of ["9100000000", "0936933841"]) {
    await expect(
      page.getByRole("row", { name: new RegExp(`${cell}.*no such number`) }),
    ).toBeVisible();
  }

  const runId = await startRun(page);
  await runIsDone(page);

  // The sandbox is the witness: each number asked and billed once, in ten calls of even size.
  const log = await sandboxLog(page.request);
  expect(log.totals).toMatchObject({ calls: 10, distinctNumbers: 4764, billed: 4764 });
  expect(log.totals.askedMoreThanOnce).toBe(0);
  expect(log.calls.every((call) => call.numbers === 476 || call.numbers === 477)).toBe(true);

  const contacts: ContactView[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor ? `&cursor=${cursor}` : "";
    const answer = await page.request.get(`/api/runs/${runId}/contacts?limit=500${query}`);
    const body: { items: ContactView[]; nextCursor: string | null } = await answer.json();
    contacts.push(...body.items);
    cursor = body.nextCursor;
  }
  expect(contacts).toHaveLength(4764);
  for (const { number, outcome, carrier, carrierStatus } of contacts) {
    const expected = answerFor(number);
    expect({ number, outcome, carrier, carrierStatus }).toEqual({
      number,
      outcome: expected.rcs ? "rcs" : "not_rcs",
      carrier: expected.carrier,
      carrierStatus: expected.carrierStatus,
    });
  }
  const reachable = contacts.filter((contact) => contact.outcome === "rcs");
  const inWords = `${reachable.length.toLocaleString("en")} of 4,764 contacts`;
  await expect(page.getByText(inWords)).toBeVisible();

  await page.getByRole("button", { name: "Take the segment" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: /^Reachable on RCS/ }).click();
  const file = await (await downloading).path();
  const { data } = Papa.parse<Record<string, string>>(await readFile(file, "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data.map((row) => row.phone)).toEqual(reachable.map((contact) => contact.number));

  await reload(page);
  await expect(page.getByText(inWords)).toBeVisible();
  await page.getByRole("tab", { name: /Invalid/ }).click();
  for (const cell of ["9100000000", "0936933841"]) {
    await expect(page.getByText(cell).first()).toBeVisible();
  }
  await page.getByRole("tab", { name: /Duplicates/ }).click();
  await expect(page.getByRole("row", { name: /7875351001/ })).toBeVisible();
  await page.getByRole("link", { name: "Runs", exact: true }).first().click();
  await expect(page.getByRole("row", { name: /us-hospitals/ }).first()).toBeVisible();
});
