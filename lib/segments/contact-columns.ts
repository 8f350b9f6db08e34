import { NOT_PROVIDED } from "@/lib/api/values";

/** A column of an export, whose cells PostgreSQL writes. */
export interface CellColumn {
  name: string;
  /** SQL of a text or a number; null is an empty cell. */
  sql: string;
}

/** Only an answer says something of a carrier, so that its absence means "not provided". */
const given = (sql: string) =>
  `CASE WHEN c.outcome IN ('rcs', 'not_rcs') THEN coalesce(${sql}, '${NOT_PROVIDED}') ELSE ${sql} END`;

const CONTACT_COLUMNS: CellColumn[] = [
  { name: "phone", sql: "c.e164" },
  { name: "country", sql: "c.country" },
  { name: "number_type", sql: "c.number_type" },
  { name: "outcome", sql: "c.outcome" },
  { name: "carrier", sql: given("c.carrier") },
  { name: "carrier_status", sql: given("c.carrier_status") },
  {
    name: "checked_at",
    sql: `to_char(c.checked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  },
  { name: "source_line", sql: "c.line" },
];

/** Of a number whose details are known: what is missing, Kaleyra did not give. */
const known = (sql: string) =>
  `coalesce(${sql}, CASE WHEN d.state = 'ready' THEN '${NOT_PROVIDED}' END)`;

const DETAIL_COLUMNS: CellColumn[] = [
  { name: "number_details", sql: "d.state" },
  { name: "current_operator", sql: known("d.current_operator") },
  { name: "original_operator", sql: known("d.original_operator") },
  { name: "current_mcc", sql: known("d.current_mcc") },
  { name: "current_mnc", sql: known("d.current_mnc") },
  { name: "original_mcc", sql: known("d.original_mcc") },
  { name: "original_mnc", sql: known("d.original_mnc") },
  { name: "ported", sql: known("d.ported::text") },
  { name: "roaming", sql: known("d.roaming::text") },
  { name: "lookup_country", sql: known("d.country") },
  { name: "calling_code", sql: known("d.calling_code::text") },
  { name: "other_details", sql: "nullif(d.other::text, '{}')" },
];

/**
 * The columns of an export of contacts, of a row `c` and, with details, a left-joined row `d`: ours,
 * then the kept columns under their own names. Readers that go by name take the last of two columns
 * that bear one, whatever its case: a kept column that is called as another is told apart.
 */
export function contactColumns(keptColumns: string[], withDetails: boolean): CellColumn[] {
  const columns = [...CONTACT_COLUMNS, ...(withDetails ? DETAIL_COLUMNS : [])];
  // Those of details count in any case: a column has one name in all exports of a run.
  const taken = new Set([...CONTACT_COLUMNS, ...DETAIL_COLUMNS].map(({ name }) => name));
  for (const [index, kept] of keptColumns.entries()) {
    const name = freeName(kept, taken);
    taken.add(name.toLowerCase());
    columns.push({ name, sql: `nullif(c.kept[${index + 1}], '')` });
  }
  return columns;
}

/** A name that nothing else bears, in any case: "outcome (file)", then "outcome (file 2)". */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let no = 1; taken.has(free.toLowerCase()); no++) {
    free = `${name} (file${no > 1 ? ` ${no}` : ""})`;
  }
  return free;
}

/** The columns of an export of duplicates, of a row `c`. */
export const DUPLICATE_COLUMNS: CellColumn[] = [
  { name: "source_line", sql: "c.line" },
  { name: "cell", sql: "c.cell" },
  { name: "phone", sql: "c.e164" },
  { name: "kept_line", sql: "c.kept_line" },
];
