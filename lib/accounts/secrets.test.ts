import { beforeAll, expect, it } from "vitest";
import { decryptApiKey, encryptApiKey, isEncryptedByCurrent } from "./secrets";

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

const made = (byte: number) => Buffer.alloc(32, byte).toString("base64");

it("opens by the key that closed it, the current or the previous, and closes by the current", () => {
  const old = encryptApiKey("account", "the-key", { current: made(2) });
  const keys = { current: made(3), previous: made(2) };
  expect(decryptApiKey("account", old, keys)).toBe("the-key");
  expect(isEncryptedByCurrent(old, keys)).toBe(false);
  const anew = encryptApiKey("account", "the-key", keys);
  expect(isEncryptedByCurrent(anew, keys)).toBe(true);
  expect(decryptApiKey("account", anew, { current: made(3) })).toBe("the-key");
});

it("says what to do when its key is missing, and no key", () => {
  const old = encryptApiKey("account", "the-key", { current: made(2) });
  const open = () => decryptApiKey("account", old, { current: made(3), previous: made(4) });
  expect(open).toThrow(
    /does not have the encryption key [0-9a-f]{8}.*ENCRYPTION_KEY_PREVIOUS, or replace the API key/,
  );
});

it("opens nothing under the name of another key", () => {
  const keys = { current: made(3), previous: made(2) };
  const [, otherId = ""] = encryptApiKey("account", "x", { current: made(2) }).split(".");
  const renamed = encryptApiKey("account", "the-key", keys).split(".").with(1, otherId).join(".");
  expect(() => decryptApiKey("account", renamed, keys)).toThrow();
});
