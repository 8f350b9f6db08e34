import { describe, expect, it } from "vitest";
import { deedOf } from "./shortcut-keys";

const press = {
  key: "n",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  isComposing: false,
  repeat: false,
  target: null,
};

describe("deedOf", () => {
  it("knows the keys", () => {
    expect(["/", "n", "?", "x"].map((key) => deedOf({ ...press, key }))).toEqual([
      "search",
      "newRun",
      "help",
      null,
    ]);
  });

  it.each(["ctrlKey", "metaKey", "altKey", "defaultPrevented", "isComposing", "repeat"] as const)(
    "does nothing with %s",
    (flag) => {
      expect(deedOf({ ...press, [flag]: true })).toBeNull();
    },
  );
});
