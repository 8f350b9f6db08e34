import { createReadStream, existsSync } from "node:fs";
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { IS_GOING } from "@/lib/lookups/work";
import { ARCHIVE_FILE, type BackupFacts, SECRETS_FILE } from "./backup-facts";
import { checkBackup } from "./check-backup";
import { extractTar } from "./extract-tar";
import { isDatabaseRunning } from "./running-database";

interface Wanted {
  /** The backup's folder. */
  source: string;
  /** DATA_DIR. */
  dataFolder: string;
  /** The secrets, for a backup that holds none. */
  secretsFile?: string;
  /** Moves what is there aside; otherwise a folder in use is refused. */
  force?: boolean;
  /** Lets nothing go on by itself: the lookups that were made since the backup would be paid again. */
  pause?: boolean;
  /** Reads the password of the database from a secrets file. */
  readPassword: (secretsFile: string) => Promise<string>;
}

/** What came of a restore. */
export interface Restored extends BackupFacts {
  /** Where what was there before is now. */
  replaced: string | null;
}

/**
 * Puts a backup in the place of an installation's data. It is checked, unpacked beside, and started
 * once; only then it takes its place. What was there is moved aside, never deleted.
 *
 * @throws an Error in plain words; then all is as it was
 */
export async function restoreBackup(wanted: Wanted): Promise<Restored> {
  const { source, dataFolder, force = false } = wanted;
  const facts = await checkBackup(source);
  const secrets = facts.files[SECRETS_FILE] ? path.join(source, SECRETS_FILE) : wanted.secretsFile;
  if (!secrets) {
    throw new Error(
      `The backup holds no secrets: without them its API keys can't be opened. Name the ${SECRETS_FILE} that was kept with --secrets FILE.`,
    );
  }
  if (await isDatabaseRunning(path.join(dataFolder, "postgres"))) {
    throw new Error(`RCS Reach is running on ${dataFolder}. Stop it first.`);
  }
  const occupied = ["postgres", SECRETS_FILE].filter((name) =>
    existsSync(path.join(dataFolder, name)),
  );
  if (occupied.length > 0 && !force) {
    throw new Error(
      `${dataFolder} holds data already. With --force it is moved aside, into a folder within.`,
    );
  }
  const stamp = new Date().toISOString().replace(/[:.]/g, "-");
  const staging = path.join(dataFolder, `restoring-${stamp}`);
  // Not at once: the folder above must let PostgreSQL's own user through, as after a first start.
  await mkdir(dataFolder, { recursive: true });
  await mkdir(staging, { mode: 0o700 });
  try {
    await copyFile(secrets, path.join(staging, SECRETS_FILE));
    await chmod(path.join(staging, SECRETS_FILE), 0o600);
    await unpack(wanted, facts, staging);
    const replaced = occupied.length > 0 ? path.join(dataFolder, `replaced-${stamp}`) : null;
    if (replaced) await mkdir(replaced, { mode: 0o700 });
    for (const name of replaced ? occupied : []) {
      await rename(path.join(dataFolder, name), path.join(replaced ?? "", name));
    }
    for (const name of [SECRETS_FILE, "postgres"]) {
      await rename(path.join(staging, name), path.join(dataFolder, name));
    }
    return { ...facts, replaced };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Unpacks the database into a folder that this machine's server has made, and lets it start once. */
async function unpack(
  { source, pause, readPassword }: Wanted,
  facts: BackupFacts,
  staging: string,
): Promise<void> {
  const folder = path.join(staging, "postgres");
  const password = await readPassword(path.join(staging, SECRETS_FILE));
  const empty = await startEmbeddedDatabase(folder, password);
  await empty.stop();
  const major = Number.parseInt(await readFile(path.join(folder, "PG_VERSION"), "utf8"), 10);
  if (major !== facts.postgres) {
    throw new Error(
      `The backup is of PostgreSQL ${facts.postgres}, and this version of RCS Reach comes with ${major}. Restore it with the version that made it.`,
    );
  }
  // Whoever may run the server here made the folder: the files must be theirs too.
  const owner = await stat(folder);
  for (const name of await readdir(folder)) {
    await rm(path.join(folder, name), { recursive: true });
  }
  const archive = createReadStream(path.join(source, ARCHIVE_FILE)).pipe(createGunzip());
  await extractTar(archive, folder, owner);
  const database = await startEmbeddedDatabase(folder, password);
  try {
    await tryOut(database.url, pause ?? false);
  } finally {
    await database.stop();
  }
}

async function tryOut(databaseUrl: string, pause: boolean): Promise<void> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    await client.query("SELECT count(*) FROM runs");
    for (const table of pause ? ["runs", "detail_passes"] : []) {
      await client.query(
        `UPDATE ${table} SET status = 'paused', status_reason = 'user' WHERE ${IS_GOING}`,
      );
    }
  } finally {
    await client.end();
  }
}
