import { expect, it } from "vitest";
import { isDatabaseAway } from "@/lib/db/is-database-away";
import { withSafeErrors } from "./with-safe-errors";

it("throws on in the place of an error one that holds nobody's data, with its code and cause", async () => {
  const cause = Object.assign(new Error("of 415-555-2671"), {
    code: "57P01",
    detail: "4155552671",
  });
  const refused = Object.assign(new Error('no "+14155552671"', { cause }), {
    code: "23505",
    detail: "Key (e164)=(+14155552671) already exists.",
    parameters: ["+14155552671"],
  });
  const thrown = await withSafeErrors(() => Promise.reject(refused)).catch((error) => error);
  expect(thrown).toBeInstanceOf(Error);
  expect({ ...thrown }).toEqual({ name: "Error", code: "23505" });
  expect(`${thrown.stack} ${thrown.cause.stack}`).not.toContain("2671");
  expect({ ...thrown.cause }).toEqual({ name: "Error", code: "57P01" });
  // What is tried again because of its cause still is.
  expect(isDatabaseAway(thrown)).toBe(true);
});
