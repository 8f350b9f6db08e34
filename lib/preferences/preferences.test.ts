import { describe, expect, it } from "vitest";
import { parseAccount } from "./account";
import { parseExportFormat } from "./export-format";
import { parseShortcuts } from "./shortcuts";
import { parseTheme } from "./theme";
import { parseTimeZone } from "./time-zone";

describe("preferences from cookies", () => {
  it("are taken when they make sense", () => {
    expect(parseExportFormat("xlsx")).toBe("xlsx");
    expect(parseTheme("dark")).toBe("dark");
    expect(parseTimeZone("Europe/Berlin")).toBe("Europe/Berlin");
  });

  it.each([undefined, "", "purple", '"><script>'])("fall back from %s", (cookie) => {
    expect(parseExportFormat(cookie)).toBe("csv");
    expect(parseTheme(cookie)).toBe("system");
    expect(parseTimeZone(cookie)).toBe("UTC");
  });

  it("look at an account only when it is one of the user's", () => {
    expect(parseAccount("a", ["a", "b"])).toBe("a");
    expect(parseAccount("c", ["a", "b"])).toBeNull();
    expect(parseAccount(undefined, ["a"])).toBeNull();
  });

  it("have single keys on unless they were turned off", () => {
    expect(parseShortcuts(undefined)).toBe(true);
    expect(parseShortcuts("off")).toBe(false);
  });
});
