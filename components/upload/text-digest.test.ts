import { expect, it } from "vitest";
import { textDigest } from "./text-digest";

it("is FNV-1a of 64 bits", () => {
  expect(textDigest("")).toBe("cbf29ce484222325");
  expect(textDigest("a")).toBe("af63dc4c8601ec8c");
  expect(textDigest("foobar")).toBe("85944171f73967e8");
});
