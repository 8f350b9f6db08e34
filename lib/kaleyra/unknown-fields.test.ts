import fc from "fast-check";
import { expect, test } from "vitest";
import { unknownFields } from "./unknown-fields";

test("keeps ordinary fields as they are", () => {
  const fields = { hlr: "ok", cost: 0.8, ported_from: { name: "Vi", codes: [1, null] }, empty: "" };
  expect(unknownFields(fields)).toEqual(fields);
});

test("whatever comes, what is kept is short JSON without NUL or broken characters", () => {
  const text = fc.string({ unit: "binary" });
  const value = fc.jsonValue({ stringUnit: "binary" });
  fc.assert(
    fc.property(fc.dictionary(text, value), (fields) => {
      const json = JSON.stringify(unknownFields(fields));
      expect(json.length).toBeLessThan(9_000);
      expect(json.isWellFormed()).toBe(true);
      expect(json).not.toMatch(/(?<!\\)(\\\\)*\\u(0000|d[89a-f])/);
    }),
  );
});

test("what is nested beyond reason, or too long, is left out", () => {
  let deep: unknown = "end";
  for (let depth = 0; depth < 50_000; depth++) deep = [deep];
  expect(unknownFields({ deep, broken: "a\ud800b\0" })).toEqual({
    deep: [[[[null]]]],
    broken: "a\uFFFDb\uFFFD",
  });
  expect(unknownFields({ first: "1", long: "x".repeat(20_000) })).toEqual({ first: "1" });
});
