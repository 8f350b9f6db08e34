import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import type { Page } from "@playwright/test";
import pg from "pg";
import { type Installation, withInstallation } from "@/scripts/installation";
import { growthOf } from "./growth";
import { growthWhile, growthWithin } from "./memory";
import { percentile } from "./percentile";
import { psql } from "./psql";
import { atMost, count, type Row, seconds } from "./report";
import { storedRunOf, storeRuns } from "./stored-runs";

const SIZES = [10_000, 100_000, 1_000_000];
const ROUNDS = 3;
const MOST_GROWTH = 64e6;

/** Everything of a run to a file, over HTTP, beside `psql`. */
export async function benchExports(): Promise<Row[]> {
  return withInstallation(async (at) => {
    const ids = await storeRuns(at.databaseUrl, await anAccount(at), SIZES.map(storedRunOf));
    const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
    try {
      const page = await at.openPage();
      const exports = [];
      for (const id of ids) exports.push(await measureExport(at, page, id, folder));
      return rowsOf(exports);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

interface Measured {
  /** Seconds, in the middle of the rounds; those of `psql` likewise. */
  ours: number;
  copy: number;
  /** Bytes, of the first round. */
  growth: number;
}

function rowsOf(exports: readonly Measured[]): Row[] {
  const whole = exports.at(-1);
  if (!whole) return [];
  const rows = count(SIZES.at(-1) ?? 0);
  return [
    atMost(2, whole.ours / whole.copy, {
      goal: "9",
      measured: `export of ${rows} contacts from the web server to a file`,
      ours: seconds(whole.ours),
      beside: `\\copy of the same columns by psql: ${seconds(whole.copy)}`,
    }),
    growthWithin(MOST_GROWTH, "9", whole.growth),
    growthOf(
      "9",
      "the same export",
      exports.map(({ ours }, index) => ({ size: SIZES[index] ?? 0, seconds: ours })),
    ),
  ];
}

/** Ours and `psql` in turn. */
async function measureExport(at: Installation, page: Page, id: string, folder: string) {
  const columns =
    "e164, country, number_type, outcome, carrier, carrier_status, checked_at, line, kept[1], kept[2]";
  const copy = `\\copy (SELECT ${columns} FROM contact_results WHERE run_id = '${id}' ORDER BY line) TO '${path.join(folder, "copy.csv")}' CSV HEADER`;
  const ours: number[] = [];
  const copies: number[] = [];
  const growths: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    copies.push(await timed(() => psql(at.databaseUrl, copy)));
    const { result, growth } = await growthWhile(at.webPid(), () =>
      timed(() => download(page, id, path.join(folder, "export.csv"))),
    );
    ours.push(result);
    growths.push(growth);
  }
  return {
    ours: percentile(ours, 0.5),
    copy: percentile(copies, 0.5),
    growth: growths[0] ?? 0,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function download(page: Page, id: string, file: string): Promise<void> {
  const cookies = await page.context().cookies();
  const answer = await fetch(new URL(`/api/runs/${id}/export?segment=all`, page.url()), {
    headers: { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join("; ") },
  });
  if (!answer.ok || !answer.body) throw new Error(`The export was answered by ${answer.status}.`);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(file));
}

/** The account that every installation has. */
async function anAccount({ databaseUrl }: Installation): Promise<string> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query<{ id: string }>("SELECT id FROM accounts LIMIT 1");
  await client.end();
  const [account] = rows;
  if (!account) throw new Error("no account");
  return account.id;
}
