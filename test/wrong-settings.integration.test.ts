import { spawnSync } from "node:child_process";
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
