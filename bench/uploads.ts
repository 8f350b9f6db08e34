import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import pg from "pg";
import { type Installation, withInstallation } from "@/scripts/installation";
import { writeAudienceFile } from "./audience-file";
import { growthOf } from "./growth";
import { growthWhile, growthWithin } from "./memory";
import { psql } from "./psql";
import { atMost, count, type Row, seconds } from "./report";

const sizes = [10_000, 100_000, 1_000_000];
const MOST_GROWTH = 100e6;

/** From the browser into PostgreSQL: the contacts of an upload, committed. */
export async function benchUploads(): Promise<Row[]> {
  return withInstallation(async (at) => {
    const uploads: Upload[] = [];
    for (const rows of sizes) uploads.push(await measureUpload(at, rows));
    const whole = uploads.at(-1);
    if (!whole) return [];
    return [
      atMost(2.5, whole.ours / whole.copy, {
        goal: "4",
        measured: `${count(whole.contacts)} contacts from the browser into PostgreSQL, committed`,
        ours: seconds(whole.ours),
        beside: `\\copy of the same rows by psql: ${seconds(whole.copy)}`,
      }),
      growthWithin(MOST_GROWTH, "4", whole.growth),
      growthOf(
        "4",
        "the same",
        uploads.map(({ contacts, ours }) => ({ size: contacts, seconds: ours })),
      ),
    ];
  });
}

interface Upload {
  contacts: number;
  /** Seconds from the press on Start to the page of the run. */
  ours: number;
  /** Seconds that `psql` takes for the same rows. */
  copy: number;
  /** Bytes. */
  growth: number;
}

async function measureUpload(at: Installation, rows: number): Promise<Upload> {
  const file = await writeAudienceFile(rows);
  const folder = path.dirname(file);
  const page = await at.openPage();
  try {
    await goToStart(page, file);
    const { result, growth } = await growthWhile(at.webPid(), async () => {
      const started = performance.now();
      await page.getByRole("button", { name: /^Start / }).click();
      await page.waitForURL(/\/runs\/[0-9a-f-]{36}/, { timeout: 600_000, waitUntil: "commit" });
      return (performance.now() - started) / 1000;
    });
    const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    // Its lookups are no part of this. A small run may have ended already.
    await page.evaluate((run) => fetch(`/api/runs/${run}/cancel`, { method: "POST" }), id);
    await page
      .getByText(/^(Cancelled|Done)$/)
      .first()
      .waitFor();
    return { ours: result, growth, ...(await copyAgain(at.databaseUrl, id, folder)) };
  } finally {
    await page.context().close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Takes a file through the upload, with one kept column, up to the button that sends it. */
async function goToStart(page: Page, file: string): Promise<void> {
  await page.goto("/runs/new");
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("checkbox", { name: /^id\b/ }).check({ force: true });
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: /^Start / }).waitFor({ timeout: 600_000 });
}

/** The rows of the run as they were uploaded, copied into a table with the same indexes. */
async function copyAgain(databaseUrl: string, runId: string, folder: string) {
  const file = path.join(folder, "contacts.copy");
  const columns = "run_id, line, e164, country, number_type, kept";
  const database = new pg.Client(databaseUrl);
  await database.connect();
  try {
    await psql(
      databaseUrl,
      `\\copy (SELECT ${columns} FROM contacts WHERE run_id = '${runId}' ORDER BY line) TO '${file}'`,
    );
    await database.query("CREATE TABLE rival (LIKE contacts INCLUDING ALL)");
    const started = performance.now();
    await psql(databaseUrl, `\\copy rival (${columns}) FROM '${file}'`);
    const copy = (performance.now() - started) / 1000;
    const { rows } = await database.query<{ contacts: number }>(
      "SELECT count(*)::int AS contacts FROM rival",
    );
    return { copy, contacts: rows[0]?.contacts ?? 0 };
  } finally {
    await database.query("DROP TABLE IF EXISTS rival");
    await database.end();
  }
}
