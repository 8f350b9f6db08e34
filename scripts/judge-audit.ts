import { z } from "zod";

const answered = z.object({
  metadata: z.object({
    vulnerabilities: z.object({ high: z.number(), critical: z.number(), total: z.number() }),
  }),
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string() })),
});
const refused = z.object({ statusCode: z.number().optional(), message: z.string().optional() });

/** What `npm audit` found out: nothing grave, something grave, or nothing at all. */
export type AuditVerdict = { is: "clean" | "grave" | "unanswered"; sentence: string };

/** Reads what `npm audit --json` printed. */
export function judgeAudit(output: string): AuditVerdict {
  const report = parse(output);
  const { data } = answered.safeParse(report);
  if (!data) {
    const { statusCode, message } = refused.safeParse(report).data ?? {};
    const why = statusCode ? `it answered ${statusCode}` : (message ?? "it was not reached");
    return { is: "unanswered", sentence: `Not audited: the registry gave no audit (${why}).` };
  }
  const { high, critical, total } = data.metadata.vulnerabilities;
  if (high + critical === 0) {
    return { is: "clean", sentence: `Audited: nothing high or critical, ${total} lower.` };
  }
  const names = Object.entries(data.vulnerabilities)
    .filter(([, { severity }]) => severity === "high" || severity === "critical")
    .map(([name, { severity }]) => `${name} (${severity})`);
  return { is: "grave", sentence: `Audited: ${names.join(", ")}. See \`npm audit\`.` };
}

function parse(output: string): unknown {
  try {
    return JSON.parse(output);
  } catch {
    return undefined;
  }
}
