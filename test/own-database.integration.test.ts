import pg from "pg";
import { expect, inject, it } from "vitest";
import { pool } from "@/lib/db/pool";
import { startRun } from "@/lib/runs/start-run";
import { copyDatabase } from "./copy-database";
import { makeAccount, makeUser } from "./people";
import { draftRun, usNumbers } from "./runs";

/** What a worker would find to do, and whether anyone was here before. */
const FOUND = `SELECT
  (SELECT count(*)::int FROM runs) AS runs,
  (SELECT count(*)::int FROM dbos.workflow_status) AS workflows,
  (SELECT count(*)::int FROM users) AS users`;
const nothing = { runs: 0, workflows: 0, users: 0 };

async function foundIn(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(FOUND);
  await client.end();
  return rows[0];
}

it("a run that a file leaves queued is seen by that file alone", async () => {
  expect((await pool().query(FOUND)).rows).toEqual([nothing]);
  const user = await makeUser();
  const { id } = await draftRun(user, await makeAccount(user), usNumbers(3));
  await startRun(user, id);
  expect((await pool().query(FOUND)).rows).toEqual([{ runs: 1, workflows: 1, users: 1 }]);
  const next = await copyDatabase(inject("templateUrl"));
  expect(await foundIn(next.url)).toEqual(nothing);
  await next.drop();
});
