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

it("opens nothing for another account", () => {
  const closed = encryptApiKey("account", "the-key");
  expect(() => decryptApiKey("other", closed)).toThrow();
});

it.each([
  ["IV", 2],
  ["tag", 3],
  ["ciphertext", 4],
])("opens nothing with a changed or shortened %s", (_, part) => {
  const parts = encryptApiKey("account", "the-key").split(".");
  const bytes = Buffer.from(parts[part] ?? "", "base64url");
  const flipped = Buffer.from(bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte)));
  for (const changed of [flipped, bytes.subarray(0, 4)]) {
    const closed = parts.with(part, changed.toString("base64url")).join(".");
    expect(() => decryptApiKey("account", closed)).toThrow();
  }
});
