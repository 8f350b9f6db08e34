import { expect, it } from "vitest";
import { problem } from "@/lib/api/common";
import { AppError } from "@/lib/errors";
import { toProblem } from "./problem";

it("gives an expected refusal its status, its code and its sentence", () => {
  const refusal = new AppError("sid_taken", "Taken.", { sid: "Taken." });
  const answer = toProblem(refusal);
  expect(answer).toMatchObject({ status: 409, code: "sid_taken", detail: "Taken." });
  expect(problem.safeParse(answer).success).toBe(true);
});

it("never lets the message of an unexpected error out", () => {
  const answer = toProblem(new Error("duplicate key +14155552671 in table contacts"));
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer)).not.toMatch(/4155552671|contacts/);
});

it("tells a database that is away from a defect", () => {
  const refused = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  expect(toProblem(new Error("Can't reach", { cause: refused }))).toMatchObject({ status: 503 });
});
