import { expect, it } from "vitest";
import { judgeAudit } from "./judge-audit";

const report = (high: number, critical: number, found: Record<string, string>) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      Object.entries(found).map(([name, severity]) => [name, { name, severity, via: [] }]),
    ),
    metadata: {
      vulnerabilities: { info: 0, low: 1, moderate: 1, high, critical, total: high + critical + 2 },
    },
  });

it("fails by what is high or critical, and names it", () => {
  const found = { minor: "low", bad: "high", worse: "critical", so: "moderate" };
  expect(judgeAudit(report(1, 1, found))).toEqual({
    is: "grave",
    sentence: "Audited: bad (high), worse (critical). See `npm audit`.",
  });
});

it("passes by what is lower, and says how much of it there is", () => {
  expect(judgeAudit(report(0, 0, { minor: "low", so: "moderate" }))).toEqual({
    is: "clean",
    sentence: "Audited: nothing high or critical, 2 lower.",
  });
});

it.each([
  [
    "a registry that serves none",
    '{"statusCode": 405, "body": "", "error": {}}',
    "it answered 405",
  ],
  ["no network", '{"message": "request to … failed", "error": {}}', "request to … failed"],
  ["nothing", "", "it was not reached"],
  ["something that is no JSON", "<html>", "it was not reached"],
])("says that nothing was audited, and why: %s", (_what, output, why) => {
  const verdict = judgeAudit(output);
  expect(verdict.is).toBe("unanswered");
  expect(verdict.sentence).toContain(`Not audited: the registry gave no audit (${why}).`);
});
