import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { builtProcess, PROCESS_NAMES } from "@/lib/processes";
import { buildProcesses } from "./build-processes";
import { compressStatic } from "./compress-static";
import { generatePrismaClient, type Output, runPackageBin } from "./run-command";

const clientMark = "lib/db/generated/client.ts";
const processMarks = PROCESS_NAMES.map(builtProcess);
const webMark = ".next/BUILD_ID";
const schema = "prisma/schema.prisma";
const settings = ["tsconfig.json", "package-lock.json"];
const processSources = ["lib", "sandbox", "scripts", "worker", schema, ...settings];
const webSources = [
  "app",
  "components",
  "lib",
  "public",
  schema,
  "next.config.mjs",
  "proxy.ts",
  "postcss.config.mjs",
  ...settings,
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

/** Whether any of what was made is missing or older than what it was made from. */
async function isOlder(marks: string[], places: string[]): Promise<boolean> {
  if (!marks.every(existsSync)) return true;
  const timesOf = (all: string[]) => Promise.all(all.map(changedAt));
  return Math.max(...(await timesOf(places))) > Math.min(...(await timesOf(marks)));
}

/** Writes the Prisma client when it is missing or older than the schema. */
async function generateIfNeeded(): Promise<void> {
  if (await isOlder([clientMark], [schema])) await generatePrismaClient();
}

/** Builds the processes, all but the pages that the web server serves, when they are missing or older than their sources. */
export async function buildProcessesIfNeeded(): Promise<void> {
  await generateIfNeeded();
  if (await isOlder(processMarks, processSources)) buildProcesses();
}

/** Builds the processes when there are none: what runs beside may be started again of an older build. */
export async function buildMissingProcesses(): Promise<void> {
  if (!processMarks.every(existsSync)) await buildProcessesIfNeeded();
}

async function buildPages(output: Output): Promise<void> {
  const env = { NEXT_TELEMETRY_DISABLED: "1" };
  await runPackageBin("next/dist/bin/next", ["build"], env, output);
  await compressStatic(".next/static");
}

/** Builds the application; what Next.js has to say of it is said. */
export async function build(): Promise<void> {
  await generateIfNeeded();
  buildProcesses();
  await buildPages("inherit");
}

/** Builds what is missing, or older than its sources; the processes only then, as some may be starting. */
export async function buildIfNeeded(): Promise<void> {
  await buildProcessesIfNeeded();
  if (!(await isOlder([webMark], webSources))) return;
  console.error("Building RCS Reach; this takes a minute or a few and is needed once.");
  await buildPages("on failure");
}
