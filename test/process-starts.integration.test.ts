import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { builtProcess } from "@/lib/processes";

test.each(["web", "worker", "migrate"] as const)(
  "%s says in words which settings are wrong, and ends",
  (name) => {
    const env = { NODE_ENV: "production" as const, ENCRYPTION_KEY: "short", PORT: "http" };
    const { status, stderr } = spawnSync(process.execPath, [builtProcess(name)], { env });
    expect(status).toBe(1);
    const lines = String(stderr).trim().split("\n");
    expect(lines[0]).toBe("The environment is not complete.");
    expect(lines.slice(1).map((line) => line.split(/[: ]/)[0])).toEqual(
      expect.arrayContaining(["DATABASE_URL", "NEXTAUTH_SECRET", "ENCRYPTION_KEY", "PORT"]),
    );
    expect(lines.every((line) => /^[A-Z]/.test(line))).toBe(true);
  },
);

test("a process that is not built yet says how it is", () => {
  const empty = mkdtempSync(path.join(tmpdir(), "rcs-reach-empty-"));
  try {
    const check = path.resolve("scripts/is-built.mjs");
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--import", check, builtProcess("worker")],
      { cwd: empty },
    );
    expect(status).toBe(1);
    expect(String(stderr)).toBe("RCS Reach is not built yet: run `npm run build` first.\n");
  } finally {
    rmSync(empty, { recursive: true });
  }
});
