import { expect, it } from "vitest";
import { safeError, withSafeErrors } from "./safe-error";

const refused = () =>
  Object.assign(new Error('duplicate key: "+14155552671"'), {
    code: "23505",
    detail: "Key (e164)=(+14155552671) already exists.",
    parameters: ["+14155552671", "a-secret"],
    cause: Object.assign(new Error("of 415-555-2671"), { detail: "4155552671" }),
  });

it("keeps what an error is, and nothing of what it was about", () => {
  const kept = safeError(refused());
  expect(kept).toMatchObject({
    type: "Error",
    code: "23505",
    message: 'duplicate key: "+1415•••••71"',
  });
  expect(kept.cause).toMatchObject({ message: expect.stringMatching(/^of 4155•+71$/) });
  expect(kept.stack).toMatch(/^\s+at .*safe-error\.test/);
  expect(JSON.stringify(kept)).not.toMatch(/2671|a-secret/);
});

it.each(["+14155552671", { number: "+14155552671" }, null, undefined])(
  "keeps nothing of what is no error: %j",
  (thrown) => {
    expect(JSON.stringify(safeError(thrown))).not.toContain("2671");
  },
);

it("throws on in the place of an error one that holds nothing, with its code", async () => {
  const thrown = await withSafeErrors(() => Promise.reject(refused())).catch((error) => error);
  expect(thrown).toBeInstanceOf(Error);
  expect({ ...thrown }).toEqual({ name: "Error", code: "23505" });
  expect(String(thrown.stack)).not.toContain("2671");
});
