import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { type Installation, withInstallation } from "@/scripts/installation";
import { measureOpening, type Opening, type Target } from "./measure-opening";
import { percentile } from "./percentile";
import { atMost, count, milliseconds, type Row } from "./report";
import { storedRunOf, storeRuns } from "./stored-runs";

const CONTACTS = 1_000_000;
const ROUNDS = 15;
/** Requests that come before: a server compiles as it answers, and lives for weeks. */
const WARM_UP = 200;

/** A page without a script or a style sheet, which answers a click all the same. */
const BARE = "bench-bare-page.html";
const BARE_PAGE = `<!doctype html><html lang="en"><title>Bare</title><h1>A bare page</h1>
<p>With a paragraph of text that is painted at once.</p>
<details><summary>More</summary>There is no more.</details></html>`;

const BARE_TARGET: Target = {
  click: "details:not([open]) summary",
  answer: "details[open]",
};
const TAB = "main [role=tab][data-key=contacts]";
const TARGET: Target = {
  click: `${TAB}:not([aria-selected=true])`,
  answer: `${TAB}[aria-selected=true]`,
};

/** The page of a finished run, cold, beside a bare static page of the same server. */
export async function benchOpening(): Promise<Row[]> {
  const file = path.join("public", BARE);
  // The server looks at its static files once, when it starts.
  await writeFile(file, BARE_PAGE);
  try {
    return await withInstallation(measureBoth);
  } finally {
    await rm(file);
  }
}

async function measureBoth({ databaseUrl, openPage }: Installation): Promise<Row[]> {
  const run = await storeFinishedRun(databaseUrl);
  const ours: Opening[] = [];
  const bare: Opening[] = [];
  const opened = async (path: string, target: Target) => {
    const page = await openPage();
    const opening = await measureOpening(page, path, target);
    await page.context().close();
    return opening;
  };
  const before = await openPage();
  for (let no = 0; no < WARM_UP; no++) {
    for (const path of [`/${BARE}`, `/runs/${run}`]) await before.request.get(path);
  }
  await before.context().close();
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await opened(`/${BARE}`, BARE_TARGET));
    ours.push(await opened(`/runs/${run}`, TARGET));
  }
  return [
    rowOf("largest contentful paint", "painted", { ours, bare }),
    rowOf("the first click that is answered", "answered", { ours, bare }),
  ];
}

function rowOf(
  what: string,
  moment: keyof Opening,
  { ours, bare }: { ours: Opening[]; bare: Opening[] },
): Row {
  const median = (all: Opening[]) =>
    percentile(
      all.map((one) => one[moment]),
      0.5,
    );
  return atMost(3, median(ours) / median(bare), {
    goal: "11",
    measured: `the page of a finished run of ${count(CONTACTS)}, cold, in Chromium, of a server that has answered before: ${what}`,
    ours: milliseconds(median(ours)),
    beside: `a bare static page of the same server: ${milliseconds(median(bare))}`,
  });
}

async function storeFinishedRun(databaseUrl: string): Promise<string> {
  const database = new pg.Client(databaseUrl);
  await database.connect();
  try {
    const { rows } = await database.query<{ id: string }>("SELECT id FROM accounts");
    const [id = ""] = await storeRuns(databaseUrl, rows[0]?.id ?? "", [storedRunOf(CONTACTS)]);
    return id;
  } finally {
    await database.end();
  }
}
