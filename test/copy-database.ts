import { randomUUID } from "node:crypto";
import pg from "pg";

/** A copy of a database that nobody else uses. */
export interface DatabaseCopy {
  url: string;
  /** Drops it, whoever is still connected. */
  drop: () => Promise<void>;
}

/** Copies a database to which nobody is connected, on the same server. */
export async function copyDatabase(templateUrl: string): Promise<DatabaseCopy> {
  const url = new URL(templateUrl);
  const template = url.pathname.slice(1);
  const copy = `test_${randomUUID().replaceAll("-", "")}`;
  url.pathname = `/${copy}`;
  // From beside the template: two that are connected to it could not both copy it.
  const beside = new URL(templateUrl);
  beside.pathname = "/postgres";
  await execute(beside.href, `CREATE DATABASE "${copy}" TEMPLATE "${template}"`);
  return {
    url: url.href,
    drop: () => execute(beside.href, `DROP DATABASE "${copy}" WITH (FORCE)`),
  };
}

/** Executes a statement on a connection of its own. */
export async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
