/** A column of an export, whose cells PostgreSQL writes. */
export interface CellColumn {
  name: string;
  /** SQL of a text or a number; null is an empty cell. */
  sql: string;
  /** The text is somebody else's: a spreadsheet may take it for a formula. */
  isForeign?: boolean;
}

/** What JavaScript's `\s` stands for; PostgreSQL's own depends on the locale. */
const SPACES =
  "\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";

/**
 * SQL: the cell with an apostrophe before what a spreadsheet would run as a formula. As
 * `writeCsvRows` does with `escapeFormulas`.
 */
export const inert = (sql: string) => `CASE
  WHEN ${sql} ~ '^(?:[\\t\\r]|[${SPACES}]*[-=+@])' AND ${sql} !~ '^\\+[1-9]\\d{6,14}$'
  THEN '''' || ${sql} ELSE ${sql} END`;
