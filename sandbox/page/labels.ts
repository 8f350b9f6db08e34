import type { Operation } from "@/lib/kaleyra/operations";
import type { LoggedFault } from "../faults";

/** The words of the page for each fault. */
export const FAULT_LABELS: Record<LoggedFault, string> = {
  html_502: "502, an HTML page",
  html_503: "503, an HTML page",
  rcs_500: "500 RCS502, gateway error",
  prov_502: "502, the provider failed",
  prov_401: "401, the provider refused",
  error_200: "200 that carries an error",
  rate_limit: "429, too many requests",
  reset: "Connection reset, not billed",
  reset_after_billing: "Connection reset, billed",
  hang: "No answer at all, billed",
  cut_off: "Cut off in the middle",
  slow: "Slow drips",
  endless: "Never ends",
  oversize: "Oversize",
  gzip_bomb: "Oversize, packed with gzip",
  nonsense: "JSON of another shape",
  redirect: "Redirect to another host",
  rejected: "Number called invalid",
  missing: "Device missing",
  doubled: "Device twice",
  contradicted: "Device twice, contradicting",
  foreign: "A device nobody asked for",
  without_plus: "Address without +",
  chat_address: "Address as chat:+…",
  without_carrier: "Neither carrier nor status",
  odd_status: "Odd carrier status",
  flag_as_text: "rcsEnabled as text",
  flag_unreadable: "rcsEnabled unreadable",
  wrong_counts: "Counts that disagree",
  down: "Down",
};

export const OPERATION_LABELS: Record<Operation | "unknown", string> = {
  bulk_lookup: "Bulk lookup",
  bulk_capability: "Bulk capability check",
  single_lookup: "Single lookup",
  number_lookup: "Number lookup",
  number_lookup_details: "Number details",
  unknown: "No such operation",
};
