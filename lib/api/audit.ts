import { z } from "zod";
import { AUDIT_ACTIONS } from "@/lib/audit/actions";
import { AUDIT_GROUPS } from "@/lib/audit/groups";
import { idParams, moment, page, pageQuery } from "./common";
import { exported, exportFormat } from "./export-format";
import { operation } from "./operation";

export const auditFilter = z.object({
  group: z.enum(AUDIT_GROUPS).optional().describe("Only events of this kind"),
  userId: z.uuid().optional().describe("Only what this user did"),
  from: z.iso.date().optional().describe("From this day on, in UTC"),
  to: z.iso.date().optional().describe("Until the end of this day, in UTC"),
});
export type AuditFilter = z.output<typeof auditFilter>;

export const auditEvent = z.object({
  id: z.string(),
  at: moment,
  actor: z.string().describe("Who did it, as they were called then"),
  action: z.enum(AUDIT_ACTIONS),
  told: z.string().describe("What they did, in words, to be read after the actor"),
  subject: z.string().nullable().describe("The id of what it was done to"),
  label: z.string().nullable().describe("Its name then, phone numbers in it masked"),
  facts: z.record(z.string(), z.unknown()),
});
export type AuditEventView = z.output<typeof auditEvent>;

const audit = { tag: "Personal data" } as const;

export const listAudit = operation({
  ...audit,
  id: "listAudit",
  summary: "Who did what in an account, newest first, with its people's sign-ins; for owners",
  params: idParams,
  query: auditFilter.extend(pageQuery),
  answer: page(auditEvent).extend({
    people: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .describe("Who can be filtered by: the people of the account, and who did something in it"),
  }),
});

export const exportAudit = operation({
  ...audit,
  id: "exportAudit",
  summary: "The audit trail of an account, streamed, newest first; that it was exported is in it",
  params: idParams,
  query: auditFilter.extend({ format: exportFormat }),
  ...exported,
});
