import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { codeOf } from "@/lib/db/code-of";

const schema = z.object({
  nextAuthSecret: z.string(),
  encryptionKey: z.string(),
  databasePassword: z.string(),
});

/** The secrets of an installation that has not been given any. */
export type LocalSecrets = z.output<typeof schema>;

/** Reads a file of secrets. Throws what reading or parsing throws. */
export async function readSecrets(file: string): Promise<LocalSecrets> {
  return schema.parse(JSON.parse(await readFile(file, "utf8")));
}

/**
 * Reads the secrets kept in the data folder; makes them at the first start (mode 600). They are
 * never made anew when the file can't be read: stored API keys could not be opened again.
 */
export async function localSecrets(folder: string): Promise<LocalSecrets> {
  const file = path.join(folder, "secrets.json");
  try {
    return await readSecrets(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") {
      throw new Error(`${file} can't be read. Restore it from a backup.`, { cause: error });
    }
  }
  const made: LocalSecrets = {
    nextAuthSecret: randomBytes(32).toString("base64url"),
    encryptionKey: randomBytes(32).toString("base64"),
    databasePassword: randomBytes(24).toString("base64url"),
  };
  await mkdir(folder, { recursive: true });
  await writeFile(file, JSON.stringify(made, null, 2), { mode: 0o600, flag: "wx" });
  return made;
}
