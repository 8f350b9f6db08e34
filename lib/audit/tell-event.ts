import { formatNumber, plural } from "@/lib/format";
import type { AuditAction } from "./actions";

export interface ToldEvent {
  action: AuditAction;
  label: string | null;
  facts: Record<string, unknown>;
}

const SEGMENTS: Record<string, string> = {
  rcs: "contacts reachable on RCS",
  not_rcs: "contacts not on RCS",
  retry: "contacts to retry",
  rejected: "contacts rejected by Kaleyra",
  all: "contacts",
  invalid: "invalid rows",
  duplicates: "duplicate rows",
};
const FORMATS: Record<string, string> = { csv: "CSV", xlsx: "a workbook" };

/** What somebody did, to be read after their name: "exported 1,204 contacts from “Spring list”". */
export function tellEvent({ action, label, facts }: ToldEvent): string {
  return TELL[action]({
    it: label ? `“${label}”` : "it",
    text: (name) => String(facts[name] ?? "?"),
    count: (name) => (typeof facts[name] === "number" ? facts[name] : 0),
    has: (name) => facts[name] !== undefined && facts[name] !== false,
  });
}

interface Facts {
  /** The name of what it was done to. */
  it: string;
  text: (name: string) => string;
  count: (name: string) => number;
  has: (name: string) => boolean;
}

const TELL: Record<AuditAction, (event: Facts) => string> = {
  signed_in: () => "signed in",
  sign_in_refused: () => "was refused at signing in",
  signed_out: () => "signed out",
  password_changed: ({ has, text }) =>
    has("by") && text("by") !== "self"
      ? `set a new password (${text("by")})`
      : "changed the password",
  password_reset_made: ({ it }) => `made a link to set a new password for ${it}`,
  invite_made: ({ it, text }) => `invited ${it} as ${text("role")}`,
  invite_accepted: ({ text }) => `joined as ${text("role")}`,
  invite_withdrawn: ({ it }) => `withdrew the invite of ${it}`,
  role_changed: ({ it, text }) => `changed the role of ${it} from ${text("from")} to ${text("to")}`,
  person_disabled: ({ it }) => `disabled ${it}`,
  person_enabled: ({ it }) => `enabled ${it} again`,
  person_removed: ({ it }) => `removed ${it}`,
  token_made: ({ it, text, count }) =>
    `made the token ${it} with the role ${text("role")} for ${plural(count("days"), "day")}`,
  token_revoked: ({ it }) => `revoked the token ${it}`,
  account_connected: ({ it }) => `connected the account ${it}`,
  account_changed: ({ it, text }) => `changed settings of ${it}: ${text("fields")}`,
  key_changed: ({ it }) => `replaced the API key of ${it}`,
  account_removed: ({ it }) => `removed the account ${it}`,
  audience_uploaded: ({ it, count }) =>
    `uploaded ${plural(count("rows"), "row")} with ${plural(count("contacts"), "contact")} as ${it}`,
  run_started: ({ it, count }) =>
    `started the lookups of ${plural(count("contacts"), "contact")} of ${it}`,
  run_resumed: ({ it }) => `resumed the lookups of ${it}`,
  run_retried: ({ it, count }) =>
    `started looking up ${plural(count("contacts"), "contact")} of ${it} again`,
  run_deleted: ({ it, count }) =>
    `deleted the run ${it} with ${plural(count("contacts"), "contact")}`,
  number_checked: tellCheck,
  details_started: ({ it, count }) =>
    `started looking up details of ${plural(count("numbers"), "number")} of ${it}`,
  details_resumed: ({ it }) => `resumed looking up details of ${it}`,
  exported: tellExport,
  number_erased: ({ count }) =>
    `erased one number: ${plural(count("rows"), "row")} in ${plural(count("runs"), "run")}`,
  retention_purged: ({ it, count }) =>
    `deleted ${plural(count("contacts"), "contact")} of ${it}, whose time was over`,
};

function tellCheck({ it, text }: Facts): string {
  if (text("what") === "details") return "looked up the details of one number";
  if (text("what") === "connection") return `checked the connection of ${it} by one lookup`;
  return "checked one number";
}

function tellExport({ it, text, count, has }: Facts): string {
  const format = FORMATS[text("format")] ?? text("format");
  if (text("what") === "audit") return `exported the audit trail as ${format}`;
  if (text("what") === "ledger") return `exported the ledger of ${it} as ${format}`;
  const rows = SEGMENTS[text("segment")] ?? "rows";
  const what = has("rows") ? `${formatNumber(count("rows"))} ${rows}` : `${rows} by a filter`;
  return `exported ${what} from ${it} as ${format}`;
}
