import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { builtProcess, type ProcessName } from "@/lib/processes";

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

/** What a process says as it ends with code 1, with this in the place of its database. */
function wordsWithout(name: ProcessName, change: (url: URL) => void): string {
  const url = new URL(process.env.DATABASE_URL ?? "");
  change(url);
  const env = { ...process.env, DATABASE_URL: url.href };
  const { status, stderr } = spawnSync(process.execPath, [builtProcess(name)], { env });
  expect(status).toBe(1);
  return String(stderr).trim();
}

test.each(["worker", "migrate"] as const)(
  "%s says in words that its database can't be reached, and ends",
  (name) => {
    const away = wordsWithout(name, (url) => {
      url.hostname = "localhost";
      url.port = "1";
    });
    expect(away).toMatch(/^The database of DATABASE_URL can't be reached: .*ECONNREFUSED.*\.$/);
    const locked = wordsWithout(name, (url) => {
      url.password = "wrong-password";
    });
    expect(locked).toMatch(/^The database of DATABASE_URL can't be reached: password .*\.$/);
    expect(locked).not.toContain("wrong-password");
    const none = wordsWithout(name, (url) => {
      url.pathname = "/none";
    });
    expect(none).toBe(
      'The database of DATABASE_URL can\'t be reached: database "none" does not exist.',
    );
  },
);

test("a worker whose database was never migrated says what to do, and ends", () => {
  const words = wordsWithout("worker", (url) => {
    url.pathname = "/postgres";
  });
  expect(words).toBe("The database is not up to date: run `npm run migrate` first.");
});

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
