import { z } from "zod";

/** The files of a backup's folder. */
export const FACTS_FILE = "backup.json";
export const ARCHIVE_FILE = "postgres.tar.gz";
export const SECRETS_FILE = "secrets.json";

const stored = z.object({ bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** What a backup says of itself, in `backup.json`. */
export const backupFacts = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The major version of the server whose files it holds; another one can't read them. */
  postgres: z.int(),
  /** The migrations that its tables have been through, by name. */
  migrations: z.array(z.string()),
  /** Runs and passes that were going: lookups made since then are not known to it. */
  going: z.int().min(0),
  files: z.object({ [ARCHIVE_FILE]: stored, [SECRETS_FILE]: stored.optional() }),
});

export type BackupFacts = z.output<typeof backupFacts>;
export type StoredFile = z.output<typeof stored>;
