import type { ContactDetails } from "@/lib/api/number-details";

/** SQL: the details of a contact as JSON, of a left-joined row `d`; null when there is none. */
export const CONTACT_DETAILS = `CASE WHEN d.line IS NOT NULL THEN jsonb_build_object(
  'state', d.state, 'failure', d.failure, 'fetchedAt', d.fetched_at,
  'country', d.country, 'callingCode', d.calling_code,
  'currentOperator', d.current_operator, 'currentMcc', d.current_mcc, 'currentMnc', d.current_mnc,
  'originalOperator', d.original_operator, 'originalMcc', d.original_mcc,
  'originalMnc', d.original_mnc, 'ported', d.ported, 'roaming', d.roaming,
  'other', coalesce(d.other, '{}')) END`;

/** Those details with their moment in UTC. */
export function contactDetails(given: ContactDetails | null): ContactDetails | null {
  const fetchedAt = given?.fetchedAt ? new Date(given.fetchedAt).toISOString() : null;
  return given && { ...given, fetchedAt };
}
