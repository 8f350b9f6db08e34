import { beforeAll, expect, it } from "vitest";
import { decryptApiKey, encryptApiKey } from "./secrets";

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: "postgresql://localhost/none",
    NEXTAUTH_SECRET: "x".repeat(32),
    ENCRYPTION_KEY: Buffer.alloc(32, 1).toString("base64"),
  });
});

it("opens what it closed, and never makes the same text twice", () => {
  const first = encryptApiKey("account", "the-key");
  const second = encryptApiKey("account", "the-key");
  expect(first).not.toBe(second);
  expect(first).not.toContain("the-key");
  expect(decryptApiKey("account", first)).toBe("the-key");
});

it("opens nothing for another account, and nothing that was changed", () => {
  const closed = encryptApiKey("account", "the-key");
  expect(() => decryptApiKey("other", closed)).toThrow();
  const last = closed.at(-1) === "A" ? "B" : "A";
  expect(() => decryptApiKey("account", closed.slice(0, -1) + last)).toThrow();
});
