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

it("takes a client that goes away for no fault of the server", async () => {
  const body = new ReadableStream({
    pull: () => Promise.reject(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
  });
  // Node.js asks for `duplex`, which the types of the browser do not know.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
  await expect(readJson(new Request("http://x/", init))).rejects.toMatchObject({
    name: "AppError",
    code: "invalid_request",
  });
});
