import {
  createLoader,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import type { AddressState } from "@/components/ui/use-address-state";
import { auditFilter } from "@/lib/api/audit";
import { AUDIT_GROUPS } from "@/lib/audit/groups";

const auditParams = {
  group: parseAsStringLiteral(AUDIT_GROUPS),
  userId: parseAsString,
  from: parseAsString,
  to: parseAsString,
  cursor: parseAsString,
  page: parseAsInteger.withDefault(1),
};

/** Reads what the address of an audit trail says. */
export const loadAuditParams = createLoader(auditParams);
export type AuditParams = Awaited<ReturnType<typeof loadAuditParams>>;

/** The state of an audit trail in its address. */
export const auditAddress: AddressState<AuditParams, Partial<AuditParams>> = {
  load: (query) => loadAuditParams(query),
  serialize: createSerializer(auditParams),
};

/** What an address asks for, without what it leaves open or what makes no sense. */
export function auditFilterOf({ group, userId, from, to }: AuditParams) {
  const given = Object.entries({ group, userId, from, to }).filter(
    ([name, value]) => value && auditFilter.safeParse({ [name]: value }).success,
  );
  return auditFilter.parse(Object.fromEntries(given));
}
