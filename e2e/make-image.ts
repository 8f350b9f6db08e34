import { execFileSync } from "node:child_process";
import {
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  symlink,
} from "node:fs/promises";
import path from "node:path";
import { readDockerignore, type Stage } from "./dockerfile";

type Leave = (place: string) => boolean;

/** Copies a file or folder, by hard links where it can, but for what is left out. */
async function copy(
  from: string,
  to: string,
  leave: Leave = () => false,
  place = "",
): Promise<void> {
  if (place && leave(place)) return;
  const found = await lstat(from);
  if (found.isDirectory()) {
    await mkdir(to, { recursive: true });
    for (const name of await readdir(from)) {
      await copy(path.join(from, name), path.join(to, name), leave, path.join(place, name));
    }
  } else if (found.isSymbolicLink()) await symlink(await readlink(from), to);
  else await link(from, to).catch(() => copyFile(from, to));
}

/** What `npm ci --omit=dev` installs, out of what is installed here by the same lock file. */
async function install(app: string): Promise<void> {
  const lock = JSON.parse(await readFile(path.join(app, "package-lock.json"), "utf8")) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  const left = new Set(
    Object.entries(lock.packages)
      .filter(([, { dev }]) => dev)
      .map(([place]) => place.replace(/^node_modules\//, "")),
  );
  await copy("node_modules", path.join(app, "node_modules"), (place) => left.has(place));
}

/** Takes the build of these very sources, which the browser tests have made; IMAGE_BUILD=1 makes its own. */
async function build(app: string): Promise<void> {
  if (process.env.IMAGE_BUILD) {
    execFileSync("npm", ["run", "build"], { cwd: app, stdio: "inherit" });
    return;
  }
  for (const made of [".next", "dist", "lib/db/generated"]) await copy(made, path.join(app, made));
}

/** What stands for each `RUN`; a step that is not here is one that nobody has tried. */
const runs: Record<string, (app: string, root: string) => Promise<unknown>> = {
  "npm ci --omit=dev": install,
  "npm run build": build,
  "mkdir -p /data && chown node:node /data": (_, root) => mkdir(path.join(root, "data")),
};

/**
 * Takes the steps of a Dockerfile without an engine: each stage becomes a folder.
 *
 * @returns the folder of the last stage
 */
export async function makeImage(stages: Stage[], folder: string): Promise<string> {
  const ignored = readDockerignore(".dockerignore");
  for (const { name, steps } of stages) {
    const root = path.join(folder, name);
    const app = path.join(root, "app");
    await mkdir(app, { recursive: true });
    for (const step of steps) {
      if (step.name === "RUN") {
        const run = runs[step.rest];
        if (!run) throw new Error(`A step that is not known here: RUN ${step.rest}`);
        await run(app, root);
      }
      if (step.name !== "COPY") continue;
      const [, stage, what = ""] = /^(?:--from=(\S+) )?(.+)$/.exec(step.rest) ?? [];
      const parts = what.split(/\s+/);
      const target = parts.pop() ?? "";
      const to = target.startsWith("/") ? path.join(root, target) : path.join(app, target);
      for (const part of parts) {
        const from = stage ? path.join(folder, stage, part) : part;
        const isFile = (await lstat(from)).isFile();
        await copy(
          from,
          isFile ? path.join(to, path.basename(part)) : to,
          stage ? undefined : ignored,
        );
      }
    }
  }
  return path.join(folder, stages.at(-1)?.name ?? "");
}
