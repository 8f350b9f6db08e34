import { describe, expect, test } from "vitest";
import { DEFAULT_SETTINGS, type Settings, settingsSchema } from "../settings";
import { sandboxForTests } from "../testing/sandbox-for-tests";
import { ANSWER_SECTIONS } from "./answer-sections";
import { toSettings, toText } from "./assets/form-values.mjs";
import { CALL_SECTIONS } from "./call-sections";
import { PRESETS, type Preset } from "./presets";

const { sandbox } = await sandboxForTests();

const fields = [...CALL_SECTIONS, ...ANSWER_SECTIONS].flatMap((section) => [...section.fields]);
const filled = (settings: Settings) =>
  fields.map(({ name, kind }) => {
    const text = toText(settings, { name, kind });
    return { name, kind, value: text, checked: text === "true" };
  });

const ALL_THERE_IS: Preset = {
  title: "all there is",
  text: "",
  settings: {
    rateLimit: { perSecond: 5, retryAfter: 2, retryAfterAs: "date" },
    refuseKeyAfter: 0,
    onlyPath: "bulk",
    failEvery: {
      n: 3,
      how: "missing",
      share: 0.07,
      operation: "single_lookup",
      retryAfter: 0,
    },
    failNumbers: { share: 0.001, how: "rate_limit", retryAfter: 60 },
    strikesPerNumber: 2,
    missingShare: 0.29,
  },
};

describe("the form", () => {
  test("has each setting, each part of it, and no other", () => {
    const whole = settingsSchema.parse({
      ...DEFAULT_SETTINGS,
      rateLimit: { perSecond: 1 },
      failEvery: { n: 1, how: "hang" },
      failNumbers: { share: 0.1, how: "hang" },
    });
    const names = Object.entries(whole).flatMap(([name, value]) =>
      value !== null && typeof value === "object"
        ? Object.keys(value).map((part) => `${name}.${part}`)
        : [name],
    );
    expect(fields.map(({ name }) => name).sort()).toEqual(names.sort());
  });

  test.each([...PRESETS, ALL_THERE_IS])("gives $title back as it shows it", ({ settings }) => {
    const whole = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...settings });
    expect(settingsSchema.parse(toSettings(filled(whole)))).toEqual(whole);
  });
});

describe("the page", () => {
  test("loads nothing but its own files, and runs no script inside of its HTML", async () => {
    const response = await fetch(sandbox.url);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(response.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    const html = await response.text();
    expect(html).toMatch(/<h1>Kaleyra sandbox<\/h1>/);
    expect(html).not.toMatch(/ on\w+="|style="|<style/);
    const assets = [...html.matchAll(/(?:src|href)="(\/sandbox\/page\/[^"]+)"/g)];
    expect(assets.length).toBeGreaterThan(1);
    for (const [, path] of assets) {
      expect((await fetch(sandbox.url + path)).status, path).toBe(200);
    }
  });

  test("finds every module that its script imports", async () => {
    const seen = new Set(["main.mjs"]);
    for (const name of seen) {
      const response = await fetch(`${sandbox.url}/sandbox/page/${name}`);
      expect(response.headers.get("content-type"), name).toMatch(/^text\/javascript/);
      const text = await response.text();
      for (const [, imported = ""] of text.matchAll(/from "\.\/([^"]+)"/g)) seen.add(imported);
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  test.each(["/sandbox/page/", "/sandbox/page/../server.ts", "/sandbox/page/%2e%2e/server.ts"])(
    "serves no other file: %s",
    async (path) => {
      expect((await fetch(sandbox.url + path)).status).toBe(404);
    },
  );

  test("is no call of Kaleyra's interface", async () => {
    await fetch(sandbox.url);
    expect(sandbox.report().totals.calls).toBe(0);
  });
});
