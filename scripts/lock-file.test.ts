import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { z } from "zod";

const lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

it("has the packages of every platform, so that npm ci works on each", async () => {
  const { packages } = lock.parse(JSON.parse(await readFile("package-lock.json", "utf8")));
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${place}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

it("names no registry", async () => {
  expect(await readFile("package-lock.json", "utf8")).not.toContain('"resolved"');
});
