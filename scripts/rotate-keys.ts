/**
 * `npm run rotate-keys`: encrypts the stored API keys anew. With ENCRYPTION_KEY set, by that key,
 * opening them by it or by ENCRYPTION_KEY_PREVIOUS, while the application runs. Else by a key that
 * it makes itself and puts into DATA_DIR, while the application is stopped.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { rotateApiKeys } from "@/lib/accounts/rotate-api-keys";
import type { Keys } from "@/lib/accounts/secrets";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { closePool } from "@/lib/db/pool";
import { parseEnv } from "@/lib/env";
import { dataFolder } from "@/lib/paths";
import { localSecrets } from "./local-secrets";
import { rotateLocalKey } from "./rotate-local-key";
import { runCommandLine } from "./run-command-line";

/** Says whether every API key is encrypted by the current key now. */
async function rotate(keys: Keys): Promise<boolean> {
  const { rotated, current, unopened } = await rotateApiKeys(keys);
  console.log(`${rotated} API keys encrypted anew, ${current} were already.`);
  for (const { name, reason } of unopened) console.error(`Not the one of “${name}”: ${reason}`);
  return unopened.length === 0;
}

async function rotateByEnvironment(): Promise<boolean> {
  const { ENCRYPTION_KEY: current, ENCRYPTION_KEY_PREVIOUS: previous } = parseEnv(process.env);
  return rotate({ current, previous });
}

async function rotateOnThisMachine(): Promise<boolean> {
  const folder = dataFolder();
  if (!existsSync(path.join(folder, "secrets.json"))) {
    throw new Error(`There is no installation in ${folder}. Set DATA_DIR, or DATABASE_URL.`);
  }
  const secrets = await localSecrets(folder);
  // It does not start while the application runs, whose processes know the old key alone.
  const database = await startEmbeddedDatabase(
    path.join(folder, "postgres"),
    secrets.databasePassword,
  );
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_SECRET ||= secrets.nextAuthSecret;
  try {
    if (process.env.ENCRYPTION_KEY) return await rotateByEnvironment();
    process.env.ENCRYPTION_KEY = secrets.encryptionKey;
    let isDone = false;
    await rotateLocalKey(folder, async (keys) => {
      isDone = await rotate(keys);
      return isDone;
    });
    return isDone;
  } finally {
    await closePool();
    await database.stop();
  }
}

await runCommandLine(async () => {
  const isDone = await (process.env.DATABASE_URL ? rotateByEnvironment() : rotateOnThisMachine());
  await closePool();
  process.exitCode = isDone ? 0 : 1;
});
