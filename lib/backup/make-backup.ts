import { createReadStream, existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { constants, createGzip } from "node:zlib";
import pg from "pg";
import { IS_GOING } from "@/lib/lookups/work";
import { ARCHIVE_FILE, type BackupFacts, FACTS_FILE, SECRETS_FILE } from "./backup-facts";
import { withBaseBackup } from "./base-backup";
import { hashFile, writeHashed } from "./write-hashed";

interface Wanted {
  /** Of a server that runs, and may go on with its work. */
  databaseUrl: string;
  /** The file with the installation's secrets; none: they stay out. */
  secretsFile: string | null;
  /** The folder to make. */
  target: string;
}

/**
 * Makes a backup of an installation: a folder with its database and its secrets, that its owner
 * alone may read. It appears when it is whole, or not at all.
 *
 * @throws an Error in plain words
 */
export async function makeBackup({
  databaseUrl,
  secretsFile,
  target,
}: Wanted): Promise<BackupFacts> {
  if (existsSync(target)) throw new Error(`${target} is there already. Name a new folder.`);
  const partial = `${target}.partial`;
  await mkdir(path.dirname(target), { recursive: true });
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial, { mode: 0o700 });
  try {
    const files = await writeFiles(partial, databaseUrl, secretsFile);
    const facts: BackupFacts = {
      format: 1,
      madeAt: new Date().toISOString(),
      ...(await readFacts(databaseUrl)),
      files,
    };
    const place = path.join(partial, FACTS_FILE);
    await writeFile(place, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600, flush: true });
    await rename(partial, target);
    return facts;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(
  folder: string,
  databaseUrl: string,
  secretsFile: string | null,
): Promise<BackupFacts["files"]> {
  const place = (name: string) => path.join(folder, name);
  const files: Partial<BackupFacts["files"]> = {};
  if (secretsFile) {
    files[SECRETS_FILE] = await writeHashed(place(SECRETS_FILE), createReadStream(secretsFile));
  }
  let archive: BackupFacts["files"][typeof ARCHIVE_FILE] | undefined;
  await withBaseBackup(databaseUrl, async (tar) => {
    const gzip = createGzip({ level: constants.Z_BEST_SPEED });
    archive = await writeHashed(place(ARCHIVE_FILE), tar, gzip);
  });
  if (!archive) throw new Error("The database sent no backup.");
  const secrets = files[SECRETS_FILE]?.sha256;
  if (secretsFile && (await hashFile(secretsFile)).sha256 !== secrets) {
    throw new Error(
      "The secrets were changed meanwhile, and open not all that was backed up. Try again.",
    );
  }
  return { ...files, [ARCHIVE_FILE]: archive };
}

type Read = Pick<BackupFacts, "postgres" | "migrations" | "going">;

async function readFacts(databaseUrl: string): Promise<Read> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    const { rows } = await client.query<Read>(
      `SELECT current_setting('server_version_num')::int / 10000 AS postgres,
         ARRAY(SELECT migration_name::text FROM _prisma_migrations ORDER BY 1) AS migrations,
         (SELECT count(*)::int FROM runs WHERE ${IS_GOING})
           + (SELECT count(*)::int FROM detail_passes WHERE ${IS_GOING}) AS going`,
    );
    const [facts] = rows;
    if (!facts) throw new Error("The database says nothing of itself.");
    return facts;
  } finally {
    await client.end();
  }
}
