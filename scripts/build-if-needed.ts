import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { compressStatic } from "./compress-static";
import { generatePrismaClient, type Output, runPackageBin } from "./run-command";

const buildMark = ".next/BUILD_ID";
const clientMark = "lib/db/generated/client.ts";
const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "next.config.mjs",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** The latest change of a file, or of any file below a folder, in milliseconds. */
async function changedAt(place: string): Promise<number> {
  if (!existsSync(place)) return 0;
  const { mtimeMs, isDirectory } = await stat(place).then((found) => ({
    mtimeMs: found.mtimeMs,
    isDirectory: found.isDirectory(),
  }));
  if (!isDirectory) return mtimeMs;
  const entries = await readdir(place);
  const below = entries.filter((name) => name !== "generated");
  const times = await Promise.all(below.map((name) => changedAt(path.join(place, name))));
  return Math.max(0, ...times);
}

async function isOlder(mark: string, places: string[]): Promise<boolean> {
  if (!existsSync(mark)) return true;
  const times = await Promise.all(places.map(changedAt));
  return Math.max(...times) > (await changedAt(mark));
}

/** Writes the Prisma client when it is missing or older than the schema. */
export async function generateIfNeeded(): Promise<void> {
  if (await isOlder(clientMark, ["prisma/schema.prisma"])) await generatePrismaClient();
}

/**
 * Builds the web application.
 *
 * @param output what becomes of what Next.js has to say of it
 */
export async function build(output: Output): Promise<void> {
  await generateIfNeeded();
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  await runPackageBin("next/dist/bin/next", ["build"], env, output);
  await compressStatic(".next/static");
}

/** Builds the web application when there is no build yet, or an older one than the sources. */
export async function buildIfNeeded(): Promise<void> {
  if (!(await isOlder(buildMark, sources))) return;
  console.error("Building RCS Reach; this takes a minute or a few and is needed once.");
  await build("on failure");
}
