import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, open, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { codeOf } from "@/lib/db/code-of";

const schema = z.object({
  nextAuthSecret: z.string(),
  encryptionKey: z.string(),
  /** While keys are being rotated: some API keys may still be encrypted by it. */
  previousEncryptionKey: z.string().optional(),
  databasePassword: z.string(),
});

/** The secrets of an installation that has not been given any. */
export type LocalSecrets = z.output<typeof schema>;

const fileIn = (folder: string) => path.join(folder, "secrets.json");

/** Reads a file of secrets. Throws what reading or parsing throws. */
export async function readSecrets(file: string): Promise<LocalSecrets> {
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}

/**
 * Reads the secrets kept in the data folder; makes them at the first start (mode 600). They are
 * never made anew when the file can't be read: stored API keys could not be opened again.
 */
export async function localSecrets(folder: string): Promise<LocalSecrets> {
  const file = fileIn(folder);
  try {
    return await readSecrets(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") {
      throw new Error(`${file} can't be read. Restore it from a backup.`, { cause: error });
    }
  }
  if (existsSync(path.join(folder, "postgres", "PG_VERSION"))) {
    throw new Error(
      `${file} is missing, but ${folder} holds a database that it belongs to. Restore it from a backup.`,
    );
  }
  const made: LocalSecrets = {
    nextAuthSecret: randomBytes(32).toString("base64url"),
    encryptionKey: makeEncryptionKey(),
    databasePassword: randomBytes(24).toString("base64url"),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: "wx" });
  return made;
}

/** A new key for ENCRYPTION_KEY. */
export function makeEncryptionKey(): string {
  return randomBytes(32).toString("base64");
}

/** Puts other secrets in their place. Whenever it is cut off, the file holds the old or the new. */
export async function replaceLocalSecrets(folder: string, secrets: LocalSecrets): Promise<void> {
  const file = fileIn(folder);
  const draft = `${file}.new`;
  const written = await open(draft, "w", 0o600);
  try {
    await written.writeFile(JSON.stringify(secrets, null, 2));
    await written.sync();
  } finally {
    await written.close();
  }
  await rename(draft, file);
}
