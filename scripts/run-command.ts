import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { builtProcess } from "@/lib/processes";

/** What becomes of what a command has to say on standard output. */
export type Output = "inherit" | "ignore" | "on failure";

/** Runs this Node.js with arguments and waits for it. Throws when it fails. */
export async function runNode(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
  output: Output = "inherit",
): Promise<void> {
  const stdout = output === "on failure" ? "pipe" : output;
  const child = spawn(process.execPath, args, { stdio: ["inherit", stdout, "inherit"], env });
  const said: Buffer[] = [];
  child.stdout?.on("data", (part: Buffer) => said.push(part));
  const [code] = await once(child, "close");
  if (code === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new Error(`${args.join(" ")} failed (${code}).`);
}

/** Runs a program of an installed package, as `runNode` does. */
export function runPackageBin(
  bin: string,
  args: string[],
  env: Record<string, string> = {},
  output?: Output,
): Promise<void> {
  return runNode([path.join("node_modules", bin), ...args], { ...process.env, ...env }, output);
}

/**
 * Brings a database up to date and makes the first owner that the environment names. The engine's
 * own migrations talk on standard output, and use `pg` in a way that it warns of.
 */
export async function migrateDatabase(env: NodeJS.ProcessEnv): Promise<void> {
  const quiet = { ...env, NODE_NO_WARNINGS: "1" };
  await runNode([builtProcess("migrate")], quiet, "ignore").catch(() => {
    // It has said why itself.
    throw new Error("The database was not brought up to date.");
  });
}

/** Writes the Prisma client. The CLI asks for a schema engine that `generate` does not use. */
export function generatePrismaClient(): Promise<void> {
  return runPackageBin("prisma/build/index.js", ["generate", "--no-hints"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
}
