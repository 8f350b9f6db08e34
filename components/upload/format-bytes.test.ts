import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1_400, "1.4 kB"],
  [415_000, "415 kB"],
  [1_073_741_824, "1.1 GB"],
])("writes %i bytes as %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
