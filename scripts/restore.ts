/** `npm run restore -- FOLDER [--force] [--pause] [--secrets FILE]`: the counterpart of `npm run backup`. */
import path from "node:path";
import { parseArgs } from "node:util";
import { restoreBackup } from "@/lib/backup/restore-backup";
import { dataFolder } from "@/lib/paths";
import { readSecrets } from "./local-secrets";
import { runCommandLine } from "./run-command-line";

await runCommandLine(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      force: { type: "boolean" },
      pause: { type: "boolean" },
      secrets: { type: "string" },
    },
  });
  const [source] = positionals;
  if (!source || positionals.length > 1) {
    throw new Error("Usage: npm run restore -- FOLDER [--force] [--pause] [--secrets FILE]");
  }
  if (process.env.DATABASE_URL) {
    throw new Error("DATABASE_URL is set: restore that database with pg_restore.");
  }
  const data = dataFolder();
  const { secrets, force, pause } = values;
  const { madeAt, going, replaced } = await restoreBackup({
    source: path.resolve(source),
    dataFolder: data,
    readPassword: async (file) => (await readSecrets(file)).databasePassword,
    ...(secrets && { secretsFile: path.resolve(secrets) }),
    ...(force && { force }),
    ...(pause && { pause }),
  });
  console.log(`Restored the backup of ${madeAt} into ${data}. Start RCS Reach with npm start.`);
  if (replaced) console.log(`What was there is in ${replaced}.`);
  if (going > 0) {
    console.log(
      pause
        ? `Runs that were going: ${going}. They are paused.`
        : `Runs that were going: ${going}. They go on at the next start, and what was looked up since the backup is looked up, and billed, again; restore with --pause to decide that yourself.`,
    );
  }
});
