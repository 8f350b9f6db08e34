import { describe, expect, it } from "vitest";
import { parseTheme } from "./theme";
import { parseTimeZone } from "./time-zone";

describe("preferences from cookies", () => {
  it("are taken when they make sense", () => {
    expect(parseTheme("dark")).toBe("dark");
    expect(parseTimeZone("Europe/Berlin")).toBe("Europe/Berlin");
  });

  it.each([undefined, "", "purple", '"><script>'])("fall back from %s", (cookie) => {
    expect(parseTheme(cookie)).toBe("system");
    expect(parseTimeZone(cookie)).toBe("UTC");
  });
});
