import { readFileSync } from "node:fs";

/** One line of a Dockerfile, such as `COPY` and what follows. */
export interface Step {
  name: string;
  rest: string;
}

/** From one `FROM` to the next. */
export interface Stage {
  name: string;
  /** An image, or the name of a stage above. */
  from: string;
  steps: Step[];
}

/** Reads a Dockerfile's stages in their order. */
export function readDockerfile(file: string): Stage[] {
  const stages: Stage[] = [];
  for (const line of readFileSync(file, "utf8").replace(/\\\n/g, " ").split("\n")) {
    const [, name = "", rest = ""] = /^([A-Z]+)\s+(.+)$/.exec(line) ?? [];
    const [, from = "", as] = /^(\S+)(?: AS (\S+))?$/.exec(rest) ?? [];
    if (name === "FROM") stages.push({ name: as ?? "last", from, steps: [] });
    else if (name) stages.at(-1)?.steps.push({ name, rest });
    else if (line.trim() && !line.startsWith("#")) throw new Error(`An odd line: ${line}`);
  }
  return stages;
}

/** A command in its JSON form: `["node", "main.js"]`. */
export function commandOf(stage: Stage | undefined, name: "CMD" | "HEALTHCHECK"): string[] {
  const rest = stage?.steps.findLast((step) => step.name === name)?.rest ?? "";
  return JSON.parse(/\[.*\]$/.exec(rest)?.[0] ?? "[]") as string[];
}

/** What `ENV` sets. */
export function settingsOf(stage: Stage | undefined): Record<string, string> {
  const pairs = (stage?.steps ?? [])
    .filter(({ name }) => name === "ENV")
    .flatMap(({ rest }) => rest.split(/\s+/))
    .map((pair) => pair.split("="));
  return Object.fromEntries(pairs) as Record<string, string>;
}

/** Whether a .dockerignore leaves a path out; of its patterns those that this project uses. */
export function readDockerignore(file: string): (place: string) => boolean {
  const patterns = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      if (/[!?[]|\*\*/.test(line)) throw new Error(`A pattern that is not known here: ${line}`);
      const text = line.replace(/[.+]/g, "\\$&").replaceAll("*", "[^/]*");
      return new RegExp(`^${text}(/|$)`);
    });
  return (place) => patterns.some((pattern) => pattern.test(place));
}
