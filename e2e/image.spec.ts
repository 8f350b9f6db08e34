import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@playwright/test";
import getPort from "get-port";
import { parse } from "yaml";
import { startEmbeddedDatabase } from "../lib/db/embedded";
import { commandOf, readDockerfile, settingsOf } from "./dockerfile";
import { makeImage } from "./make-image";

interface Service {
  command?: string[];
  environment: Record<string, string>;
  volumes?: string[];
  healthcheck?: { test?: string[] };
  depends_on?: Record<string, { condition: string }>;
}
const compose = parse(readFileSync("compose.yaml", "utf8"), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const stages = readDockerfile("Dockerfile");
const image = stages.at(-1);
const stops: (() => Promise<unknown>)[] = [];

test.afterAll(async () => {
  for (let stop = stops.pop(); stop; stop = stops.pop()) await stop();
});

/** `${NAME:?why}` and `${NAME:-default}`, as Compose reads them. */
function filledIn(settings: Record<string, string>, given: Record<string, string>) {
  const fill = (text: string) =>
    text.replace(/\$\{(\w+):([?-])([^}]*)\}/g, (_, name: string, kind: string, rest: string) => {
      const value = given[name];
      if (value === undefined && kind === "?") throw new Error(`${name}: ${rest}`);
      return value ?? rest;
    });
  return Object.fromEntries(Object.entries(settings).map(([name, text]) => [name, fill(text)]));
}

test("compose.yaml brings up PostgreSQL, migrations, web and workers, and has no password of its own", () => {
  const { postgres, migrate, web, worker } = compose.services;
  expect(postgres?.healthcheck?.test).toContain("pg_isready");
  expect(Object.keys(compose.volumes)).toEqual([postgres?.volumes?.[0]?.split(":")[0]]);
  expect(migrate?.depends_on?.postgres?.condition).toBe("service_healthy");
  for (const service of [web, worker]) {
    expect(service?.depends_on?.migrate?.condition).toBe("service_completed_successfully");
  }
  for (const { environment } of Object.values(compose.services)) {
    for (const [name, value] of Object.entries(environment)) {
      if (!/PASSWORD|SECRET|_KEY|DATABASE_URL/.test(name)) continue;
      if (["OWNER_PASSWORD", "OIDC_CLIENT_SECRET"].includes(name)) {
        // Not everyone has one; nobody has a default.
        expect(filledIn({ [name]: value }, {})).toEqual({ [name]: "" });
        continue;
      }
      expect(value).toContain(":?");
      expect(() => filledIn({ [name]: value }, {})).toThrow(/set it in \.env/);
    }
  }
});

test("the image runs as nobody special, on a Node.js that is pinned", () => {
  expect(stages[0]?.from).toMatch(/^node:20\.\d+-\w+-slim$/);
  expect(image?.steps.find(({ name }) => name === "USER")?.rest).toBe("node");
});

test("the image's own steps lead to a web server and a worker that are ready, and end when asked to", async () => {
  test.setTimeout(240_000);
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-image-"));
  stops.push(() => rm(folder, { recursive: true, force: true }));
  const app = path.join(await makeImage(stages, folder), "app");
  expect(existsSync(path.join(app, "node_modules", "vitest"))).toBe(false);
  expect(existsSync(path.join(app, "e2e"))).toBe(false);
  const database = await startEmbeddedDatabase(path.join(folder, "postgres"), "test-password");
  stops.push(database.stop);

  const secrets = {
    POSTGRES_PASSWORD: "not used: the database is another one",
    NEXTAUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    NEXTAUTH_URL: "http://localhost:3000",
    METRICS_TOKEN: "a-token-for-tests",
  };
  const { PATH, HOME } = process.env;
  const envOf = (name: string, more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
    PATH,
    HOME,
    ...settingsOf(stages[0]),
    ...(settingsOf(image) as { NODE_ENV: "production" }),
    ...filledIn(compose.services[name]?.environment ?? {}, secrets),
    DATABASE_URL: database.url,
    ...more,
  });
  const commandFor = (name: string) => compose.services[name]?.command ?? commandOf(image, "CMD");
  const [node = "", ...migrate] = commandFor("migrate");
  expect(spawnSync(node, migrate, { cwd: app, env: envOf("migrate") }).status).toBe(0);

  const run = (name: string, env: NodeJS.ProcessEnv) => {
    const [program = "", ...args] = commandFor(name);
    const child = spawn(program, args, { cwd: app, env, stdio: ["ignore", "ignore", "pipe"] });
    let log = "";
    child.stderr.on("data", (chunk: Buffer) => {
      log += chunk;
    });
    const ended = once(child, "exit");
    const stop = async () => {
      if (child.exitCode === null) child.kill("SIGTERM");
      return (await ended)[0] as number;
    };
    stops.push(stop);
    return { stop, log: () => log };
  };
  const isHealthy = (env: NodeJS.ProcessEnv) => {
    const [program = "", ...args] = commandOf(image, "HEALTHCHECK");
    return spawnSync(program, args, { cwd: app, env }).status === 0;
  };
  const port = String(await getPort());
  const webEnv = envOf("web", { PORT: port });
  const workerEnv = envOf("worker", { METRICS_PORT: String(await getPort()) });
  expect(isHealthy(webEnv)).toBe(false);
  const web = run("web", webEnv);
  const worker = run("worker", workerEnv);
  await expect.poll(() => isHealthy(webEnv), { timeout: 60_000 }).toBe(true);
  await expect.poll(() => isHealthy(workerEnv), { timeout: 60_000 }).toBe(true);

  const url = `http://127.0.0.1:${port}`;
  const page = await fetch(`${url}/welcome?number=14155552671`);
  expect(page.status).toBe(200);
  const metrics = await fetch(`${url}/api/metrics`, {
    headers: { authorization: `Bearer ${secrets.METRICS_TOKEN}` },
  });
  expect(await metrics.text()).toContain("rcs_reach_workers 1");
  // The page's line in the log bears the id that its answer has, and no query string.
  const lines = () =>
    web
      .log()
      .split("\n")
      .filter((line) => line.startsWith("{"));
  const id = page.headers.get("x-request-id") ?? "none";
  await expect.poll(() => lines().filter((line) => line.includes(id)).length).toBe(1);
  const line: unknown = JSON.parse(lines().find((one) => one.includes(id)) ?? "{}");
  expect(line).toMatchObject({ method: "GET", operation: "page", route: "/welcome", status: 200 });
  expect(web.log()).not.toContain("14155552671");
  expect(worker.log()).toContain("worker is ready");

  expect(await web.stop()).toBe(0);
  expect(await worker.stop()).toBe(0);
});
