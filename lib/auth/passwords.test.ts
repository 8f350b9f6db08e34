import { expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./passwords";

it("keeps a password as argon2id and knows it again", async () => {
  const stored = await hashPassword("correct horse battery");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await verifyPassword(stored, "correct horse battery")).toBe(true);
  expect(await verifyPassword(stored, "correct horse")).toBe(false);
});

it("accepts nothing for a user that does not exist", async () => {
  expect(await verifyPassword(undefined, "no user has this password")).toBe(false);
});
