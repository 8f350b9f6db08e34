import { AUDIT_ACTIONS, type AuditAction } from "./actions";

/** Kinds of events, by which the trail is filtered. Each event is of one. */
export const AUDIT_GROUPS = ["access", "people", "settings", "runs", "exports", "data"] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

export const GROUP_LABELS: Record<AuditGroup, string> = {
  access: "Signing in",
  people: "People",
  settings: "Settings, keys and tokens",
  runs: "Runs and lookups",
  exports: "Exports",
  data: "Erasure and retention",
};

const GROUP_OF: Record<AuditAction, AuditGroup> = {
  signed_in: "access",
  sign_in_refused: "access",
  signed_out: "access",
  password_changed: "access",
  password_reset_made: "access",
  invite_made: "people",
  invite_accepted: "people",
  invite_withdrawn: "people",
  role_changed: "people",
  person_disabled: "people",
  person_enabled: "people",
  person_removed: "people",
  token_made: "settings",
  token_revoked: "settings",
  account_connected: "settings",
  account_changed: "settings",
  key_changed: "settings",
  account_removed: "settings",
  audience_uploaded: "runs",
  run_started: "runs",
  run_resumed: "runs",
  run_retried: "runs",
  run_deleted: "runs",
  number_checked: "runs",
  details_started: "runs",
  details_resumed: "runs",
  exported: "exports",
  number_erased: "data",
  retention_purged: "data",
};

/** The actions of a group. */
export const actionsOf = (group: AuditGroup): AuditAction[] =>
  AUDIT_ACTIONS.filter((action) => GROUP_OF[action] === group);
