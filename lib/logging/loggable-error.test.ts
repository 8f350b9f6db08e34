import { expect, it } from "vitest";
import { loggableError } from "./loggable-error";

it("keeps an error's kind, words, code and cause, and masks numbers in them", () => {
  const cause = Object.assign(new Error("no +14155552671"), { code: "23505" });
  const logged = loggableError(new TypeError("+1 415 555 2671 is odd", { cause }));
  expect(logged).toMatchObject({ type: "TypeError", cause: { code: "23505" } });
  expect(JSON.stringify(logged)).not.toMatch(/5552671|555 2671/);
  expect(logged.stack).toContain("loggable-error.test.ts");
});

it("leaves out what a database says of the row", () => {
  const error = Object.assign(new Error("duplicate key"), {
    detail: "Key (e164)=(+14155552671) already exists.",
    parameters: ["+14155552671"],
    config: { headers: { "api-key": "secret" } },
  });
  expect(JSON.stringify(loggableError(error))).not.toMatch(/4155552671|secret/);
});

it("comes to an end when errors name each other as their cause", () => {
  const one = new Error("one");
  one.cause = new Error("other", { cause: one });
  expect(JSON.stringify(loggableError(one)).length).toBeLessThan(50_000);
});

it("takes what is no error for what it is", () => {
  expect(loggableError("14155552671")).toEqual({ type: "string", message: "1415•••••71" });
});
