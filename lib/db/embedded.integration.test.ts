import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { localSecrets } from "@/scripts/local-secrets";
import { startEmbeddedDatabase } from "./embedded";

it("says so, instead of trying for ever, when the secrets are not those of the data", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-secrets-"));
  const data = path.join(folder, "postgres");
  try {
    const { databasePassword } = await localSecrets(folder);
    await (await startEmbeddedDatabase(data, databasePassword)).stop();
    await expect(startEmbeddedDatabase(data, "another")).rejects.toThrow(
      "the secrets belong to another installation",
    );
    await rm(path.join(folder, "secrets.json"));
    await expect(localSecrets(folder)).rejects.toThrow("Restore it from a backup");
    await (await startEmbeddedDatabase(data, databasePassword)).stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
