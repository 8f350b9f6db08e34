import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FAULT_KINDS } from "./faults";
import { DEFAULT_SETTINGS } from "./settings";

const text = readFileSync(path.join(import.meta.dirname, "README.md"), "utf8");
const rows = [...text.matchAll(/^\| `(\w+)` \| .+ \| `([^`]+)` \|$/gm)];

test("the README lists each setting with its default", () => {
  const listed = rows.map(([, name = "", value = ""]) => [name, JSON.parse(value)]);
  expect(Object.fromEntries(listed)).toEqual(DEFAULT_SETTINGS);
});

test.each(FAULT_KINDS)("the README names the fault %s", (kind) => {
  expect(text).toContain(`\`${kind}\``);
});
