import { expect, it } from "vitest";
import { readJson } from "./read-json";

const post = (body: BodyInit) => new Request("http://x/", { method: "POST", body });

it("reads no more than its limit", async () => {
  await expect(readJson(post(`"${"x".repeat(100)}"`), 50)).rejects.toMatchObject({
    code: "too_large",
  });
});

it("says that a body is not JSON", async () => {
  await expect(readJson(post("{"))).rejects.toMatchObject({ code: "invalid_request" });
});

it("takes an empty body for none", async () => {
  expect(await readJson(post(""))).toBeUndefined();
});
