import { buildSync } from "esbuild";
import { PROCESSES } from "@/lib/processes";

/**
 * Makes one file of each process, so that none compiles its sources whenever it starts (decision
 * 28). Names stay as they are written, for the stacks in logs.
 *
 * @throws an `Error` that names what could not be read or written
 */
export function buildProcesses(): void {
  buildSync({
    entryPoints: PROCESSES,
    outdir: "dist",
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "linked",
    logLevel: "silent",
  });
}
