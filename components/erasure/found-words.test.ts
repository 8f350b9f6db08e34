import { expect, it } from "vitest";
import { rowsInKinds } from "./found-words";

it("names what there is of a number, and nothing that there is not", () => {
  const none = { contacts: 0, duplicates: 0, invalid: 0, details: 0, keptCells: 0 };
  expect(rowsInKinds({ ...none, contacts: 2, invalid: 1 })).toBe("2 contacts, 1 invalid row");
  expect(rowsInKinds({ ...none, keptCells: 1 })).toBe("1 cell beside another number");
  expect(rowsInKinds(none)).toBe("");
});
