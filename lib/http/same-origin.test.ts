import { expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const write = (headers: Record<string, string>) =>
  new Request("http://127.0.0.1:3000/api/runs", { method: "POST", headers });

it.each([
  [{ host: "reach.example", origin: "https://reach.example" }, true],
  [
    { host: "10.0.0.1:3000", "x-forwarded-host": "reach.example", origin: "https://reach.example" },
    true,
  ],
  [{ host: "reach.example", origin: "https://evil.example" }, false],
  [{ host: "reach.example", origin: "https://reach.example.evil.example" }, false],
  [{ host: "reach.example", origin: "null" }, false],
  [{ host: "reach.example" }, false],
] as [Record<string, string>, boolean][])("%j: %s", (headers, same) => {
  expect(isSameOrigin(write(headers))).toBe(same);
});
