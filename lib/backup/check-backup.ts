import { readFile } from "node:fs/promises";
import path from "node:path";
import { codeOf } from "@/lib/db/code-of";
import { migrationNames } from "@/lib/db/migration-names";
import { type BackupFacts, backupFacts, FACTS_FILE, type StoredFile } from "./backup-facts";
import { hashFile } from "./write-hashed";

/**
 * Reads a whole backup and compares it with its checksums: what is damaged, or was changed, is
 * refused. A backup that a later version has made is refused as well.
 *
 * @throws an Error in plain words
 */
export async function checkBackup(folder: string): Promise<BackupFacts> {
  const facts = await readFacts(folder);
  for (const [name, stored] of Object.entries(facts.files)) {
    if (stored) await checkFile(path.join(folder, name), stored);
  }
  const known = new Set(await migrationNames());
  const unknown = facts.migrations.find((name) => !known.has(name));
  if (unknown) {
    throw new Error(
      `The backup was made by a later version of RCS Reach (this one does not know ${unknown}). Restore it with that version.`,
    );
  }
  return facts;
}

async function readFacts(folder: string): Promise<BackupFacts> {
  const file = path.join(folder, FACTS_FILE);
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Error(`${folder} is no backup: ${FACTS_FILE} can't be read.`, { cause: error });
  });
  try {
    return backupFacts.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(`${file} is damaged, or was made by a later version.`, { cause: error });
  }
}

async function checkFile(file: string, expected: StoredFile): Promise<void> {
  const found = await hashFile(file).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") throw new Error(`The backup is not whole: ${file} is missing.`);
    throw error;
  });
  if (found.sha256 !== expected.sha256 || found.bytes !== expected.bytes) {
    throw new Error(
      `The backup is damaged: ${file} is not what was written. Nothing was restored.`,
    );
  }
}
