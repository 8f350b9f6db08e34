import fc from "fast-check";
import { expect, test } from "vitest";
import { makeLookupId, readLookupId } from "./lookup-id";

test("an id says what it was made for", () => {
  const ticket = fc.record({
    number: fc.stringMatching(/^\+[1-9]\d{6,14}$/),
    requestedAt: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  });
  fc.assert(
    fc.property(ticket, fc.nat(500), (made, index) => {
      expect(readLookupId(makeLookupId(made, index))).toEqual(made);
    }),
  );
});

test.each(["", "x", "00000000-0000-0000-0000-000000000000:1"])("%j was never made", (id) => {
  expect(readLookupId(id)).toBeNull();
});
