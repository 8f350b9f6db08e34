import { randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decryptApiKey, encryptApiKey, type Keys } from "@/lib/accounts/secrets";
import { startEmbeddedDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";
import { localSecrets } from "./local-secrets";
import { rotateLocalKey } from "./rotate-local-key";
import { runNode } from "./run-command";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-rotation-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const kept = async () => JSON.parse(await readFile(path.join(folder, "secrets.json"), "utf8"));

describe("the order of a rotation", () => {
  it("has both keys in the file before anything is encrypted, and one after everything is", async () => {
    const { encryptionKey: old } = await localSecrets(folder);
    await rotateLocalKey(folder, async (keys) => {
      expect(keys.previous).toBe(old);
      expect(await kept()).toMatchObject({
        encryptionKey: keys.current,
        previousEncryptionKey: old,
      });
      return true;
    });
    const after = await kept();
    expect(after.encryptionKey).not.toBe(old);
    expect(after.previousEncryptionKey).toBeUndefined();
    expect((await stat(path.join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
  });

  it.each([
    ["was cut off", () => Promise.reject(new Error("power cut"))],
    ["could not open all", () => Promise.resolve(false)],
  ])("goes on with the same two keys after one that %s", async (_what, first) => {
    const { encryptionKey: old } = await localSecrets(folder);
    await rotateLocalKey(folder, first).catch(() => {});
    const between = await localSecrets(folder);
    expect(between.previousEncryptionKey).toBe(old);
    let used: Keys | undefined;
    await rotateLocalKey(folder, async (keys) => {
      used = keys;
      return true;
    });
    expect(used).toEqual({ current: between.encryptionKey, previous: old });
    expect(await localSecrets(folder)).toMatchObject({ encryptionKey: between.encryptionKey });
  });
});

it("`npm run rotate-keys` gives an installation a new key, by which alone its API keys open", async () => {
  const { encryptionKey: old, databasePassword } = await localSecrets(folder);
  const accountId = randomUUID();
  await withDatabase(databasePassword, async (client, url) => {
    await migrate(url);
    await client.query(
      `INSERT INTO accounts (id, name, sid, api_key_cipher, rcs_host, api_host)
       VALUES ($1, 'Acme', 'SID1', $2, 'rcs-api.na.kaleyra.io', 'api.kaleyra.io')`,
      [accountId, encryptApiKey(accountId, "the-api-key", { current: old })],
    );
  });
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: "test",
    DATA_DIR: folder,
  };
  await runNode(["--import", "tsx", "scripts/rotate-keys.ts"], env as NodeJS.ProcessEnv, "ignore");
  const { encryptionKey: next, previousEncryptionKey } = await localSecrets(folder);
  expect(next).not.toBe(old);
  expect(previousEncryptionKey).toBeUndefined();
  await withDatabase(databasePassword, async (client) => {
    const { rows } = await client.query("SELECT api_key_cipher AS stored FROM accounts");
    expect(decryptApiKey(accountId, rows[0].stored, { current: next })).toBe("the-api-key");
    expect(() => decryptApiKey(accountId, rows[0].stored, { current: old })).toThrow();
  });
});

async function withDatabase(
  password: string,
  work: (client: pg.Client, url: string) => Promise<void>,
): Promise<void> {
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), password);
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    await work(client, database.url);
  } finally {
    await client.end();
    await database.stop();
  }
}
