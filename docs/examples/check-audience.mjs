#!/usr/bin/env node
/**
 * Looks up an audience without a browser, and writes the part of it that can receive RCS as CSV.
 *
 *   export REACH_URL=https://reach.example.com REACH_TOKEN=rcsr_…
 *   node check-audience.mjs audience.csv phone > reachable.csv
 *
 * Needs Node.js 20 and nothing else. `phone` is the column with the numbers, in international form
 * (+14155552671). Exit code 0: done; 1: an error; 2: the run is paused and wants a person.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROWS_AT_ONCE = 5_000;
const ATTEMPTS = 8;
const POLL_FIRST_MS = 1_000;
const POLL_LONGEST_MS = 15_000;

const { REACH_URL, REACH_TOKEN } = process.env;
const [file, column = "phone"] = process.argv.slice(2);
if (!REACH_URL || !REACH_TOKEN || !file) {
  console.error("Usage: REACH_URL=… REACH_TOKEN=… node check-audience.mjs FILE.csv [COLUMN]");
  process.exit(1);
}

/** Random, so that scripts that were turned away together do not come back together. */
const pauseBefore = (attempt) => Math.random() * Math.min(30_000, 500 * 2 ** attempt);

/** Seconds or a date (RFC 9110); undefined when there is none. */
function retryAfterMs(response) {
  const value = response.headers.get("retry-after");
  if (value === null) return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}

/**
 * Sends a request until it is answered with something else than "not now" (429, 502, 503, 504), or
 * breaks off. Chunks and the start may be sent twice: the second changes nothing.
 */
async function send(method, address, body) {
  for (let attempt = 1; ; attempt++) {
    let response;
    let reason;
    try {
      response = await fetch(new URL(address, REACH_URL), {
        method,
        headers: { authorization: `Bearer ${REACH_TOKEN}`, "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (response.ok) return response;
      const problem = await response.json().catch(() => ({}));
      reason = `${response.status} ${problem.detail ?? response.statusText}`;
      if (![429, 502, 503, 504].includes(response.status)) throw new Error(reason);
    } catch (error) {
      if (response) throw error;
      reason = error.cause?.code ?? error.message;
    }
    if (attempt === ATTEMPTS) throw new Error(`${method} ${address}: ${reason}`);
    const pause = (response && retryAfterMs(response)) ?? pauseBefore(attempt);
    console.error(`${reason} Trying again in ${(pause / 1_000).toFixed(1)} s.`);
    await sleep(pause);
  }
}

const call = async (...given) => (await send(...given)).json();

/** The rows of a CSV file (RFC 4180), each a list of cells. */
function parseCsv(text) {
  const rows = [[]];
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows.at(-1).join("") === "" ? rows.slice(0, -1) : rows;
}

/** The numbers of the file with their lines, the header being line 1; blank cells are counted. */
async function readAudience() {
  const [header = [], ...rows] = parseCsv((await readFile(file, "utf8")).replace(/^\uFEFF/, ""));
  const at = header.indexOf(column);
  if (at < 0) throw new Error(`${file} has no column "${column}", but ${header.join(", ")}.`);
  const cells = rows.map((row, index) => ({ line: index + 2, number: (row[at] ?? "").trim() }));
  const contacts = cells.filter(({ number }) => number !== "");
  return { rows: rows.length, blank: rows.length - contacts.length, contacts };
}

async function upload(accountId, { rows, blank, contacts }) {
  const name = path.basename(file);
  const run = await call("POST", "/api/runs", { accountId, name, fileName: name, rows, blank });
  for (let index = 0; index * ROWS_AT_ONCE < contacts.length; index++) {
    const chunk = contacts.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE);
    await call("POST", `/api/runs/${run.id}/contacts`, { index, contacts: chunk });
  }
  return run.id;
}

/** Waits for the end of a run, less and less often. */
async function waitFor(id) {
  for (let pause = POLL_FIRST_MS; ; pause = Math.min(pause * 1.5, POLL_LONGEST_MS)) {
    const run = await call("GET", `/api/runs/${id}`);
    console.error(`${run.status}: ${run.progress.done} of ${run.progress.total} numbers`);
    if (!["queued", "running"].includes(run.status)) return run;
    await sleep(pause);
  }
}

try {
  // A token belongs to one account.
  const { items } = await call("GET", "/api/accounts");
  const audience = await readAudience();
  const id = await upload(items[0].id, audience);
  const { plan, cost } = await call("GET", `/api/runs/${id}`);
  console.error(`${plan.bulkCalls + plan.singleCalls} calls, ${cost.estimated} ${cost.currency}`);
  await call("POST", `/api/runs/${id}/start`);
  const run = await waitFor(id);
  const { counts, outcomes } = run;
  console.error(`${counts.unique} unique, ${counts.duplicates} double, ${counts.invalid} invalid`);
  console.error(`${outcomes.rcs} can receive RCS`);
  const segment = await send("GET", `/api/runs/${id}/export?segment=rcs`);
  for await (const part of segment.body) process.stdout.write(part);
  if (run.status !== "done") {
    console.error(`The run is ${run.status}: ${run.reason?.detail ?? ""} ${REACH_URL}/runs/${id}`);
    process.exitCode = 2;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
