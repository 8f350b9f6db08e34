/** The documented operations, by the names that a ledger keeps. */
export const OPERATIONS = [
  /** Bulk Device Lookup, POST v1/{sid}/rcs/lookup/bulk */
  "bulk_lookup",
  /** Bulk Number Capability Check, POST v1/{sid}/rcs/lookup */
  "bulk_capability",
  /** Single Device Lookup and Single Number Capability Check, GET v1/{sid}/rcs/lookup/{number} */
  "single_lookup",
  /** POST API Lookup, POST v1/{sid}/lookup */
  "number_lookup",
  /** GET Lookup Details by Lookup ID, GET api/v1/{sid}/lookup/get-info/{id} */
  "number_lookup_details",
] as const;

export type Operation = (typeof OPERATIONS)[number];

/** What a number lookup costs is spent when it is requested; fetching its details is free. */
export const FREE_OPERATION = "number_lookup_details" satisfies Operation;

/** The bulk path that a pod serves: some know only one of the two. */
export type BulkPath = "bulk" | "legacy";

/** The operation behind a bulk path. */
export function bulkOperation(path: BulkPath): Operation {
  return path === "bulk" ? "bulk_lookup" : "bulk_capability";
}
