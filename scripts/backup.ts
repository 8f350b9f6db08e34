/** `npm run backup -- FOLDER [--without-secrets]`: of an installation with the embedded database, while it runs or not. */
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { makeBackup } from "@/lib/backup/make-backup";
import { runningPort } from "@/lib/backup/running-database";
import { embeddedUrl, startEmbeddedDatabase } from "@/lib/db/embedded";
import { dataFolder } from "@/lib/paths";
import { readSecrets } from "./local-secrets";
import { runCommandLine } from "./run-command-line";

await runCommandLine(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { "without-secrets": { type: "boolean", default: false } },
  });
  const [target] = positionals;
  if (!target || positionals.length > 1) {
    throw new Error("Usage: npm run backup -- FOLDER [--without-secrets]");
  }
  if (process.env.DATABASE_URL) {
    throw new Error(
      "DATABASE_URL is set: back that database up with pg_dump, see docs/operating.md.",
    );
  }
  const data = dataFolder();
  const secretsFile = path.join(data, "secrets.json");
  if (!existsSync(secretsFile)) throw new Error(`There is no installation in ${data}.`);
  const { databasePassword } = await readSecrets(secretsFile);
  const folder = path.join(data, "postgres");
  const port = await runningPort(folder);
  const database = port
    ? { url: embeddedUrl(port, databasePassword), stop: async () => {} }
    : await startEmbeddedDatabase(folder, databasePassword);
  const withSecrets = !values["without-secrets"];
  try {
    const { files } = await makeBackup({
      databaseUrl: database.url,
      secretsFile: withSecrets ? secretsFile : null,
      target: path.resolve(target),
    });
    const megabytes = Math.ceil(files["postgres.tar.gz"].bytes / 1024 / 1024);
    console.log(`Backed up ${data} to ${path.resolve(target)} (${megabytes} MB).`);
    console.log(
      withSecrets
        ? "It holds phone numbers AND the secrets that open the stored API keys: who has it has all. Keep it as safe as the installation, encrypted."
        : `It holds phone numbers. Its API keys can be opened with ${secretsFile} alone: keep a copy of that file in another place.`,
    );
  } finally {
    await database.stop();
  }
});
