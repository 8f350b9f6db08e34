// @ts-check
import { given, make } from "./dom.mjs";

/**
 * @typedef {import("../../log.ts").LogReport} LogReport
 * @typedef {{ name: string } & LogReport["byOperation"][string]} OperationRow
 * @typedef {{ name: string } & LogReport["byAccount"][string]} AccountRow
 * @typedef {LogReport["calls"][number]} CallRow
 * @typedef {LogReport["repeated"][number]} RepeatedRow
 */

/**
 * @template Row
 * @typedef {{ head: string, cell: (row: Row) => string, style?: "figure" | "words" }} Column
 */

const count = new Intl.NumberFormat("en");
const clock = new Intl.DateTimeFormat("en", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  fractionalSecondDigits: 3,
  hourCycle: "h23",
});

/**
 * @template {string} Name
 * @param {string} head
 * @param {Name} name
 * @returns {Column<Record<Name, number>>}
 */
const figure = (head, name) => ({
  head,
  cell: (row) => count.format(row[name]),
  style: "figure",
});
const calls = figure("Calls", "calls");
const numbers = figure("Numbers", "numbers");
const billed = figure("Billed", "billed");

/** @param {string} name */
function operationOf(name) {
  return given.operations[name] ?? name;
}

/** @type {Column<OperationRow>[]} */
export const OPERATION_COLUMNS = [
  { head: "Operation", cell: (row) => operationOf(row.name) },
  calls,
  numbers,
  billed,
];

/** @type {Column<AccountRow>[]} */
export const ACCOUNT_COLUMNS = [
  { head: "SID", cell: (row) => row.name },
  calls,
  billed,
  figure("Most a second", "maxCallsPerSecond"),
  figure("Too early", "callsBeforeRetryAfter"),
];

/** @type {Column<CallRow>[]} */
export const CALL_COLUMNS = [
  { head: "Time", cell: (row) => clock.format(new Date(row.time)) },
  { head: "Operation", cell: (row) => operationOf(row.operation ?? "unknown") },
  numbers,
  { head: "Status", cell: (row) => String(row.status ?? "none"), style: "figure" },
  billed,
  { head: "Fault", cell: faultsOf, style: "words" },
];

/** @type {Column<RepeatedRow>[]} */
export const REPEATED_COLUMNS = [
  { head: "Number", cell: (row) => row.number },
  figure("Asked", "asked"),
  billed,
];

/**
 * Fills a table, or says that it is empty.
 *
 * @template Row
 * @param {HTMLElement} table
 * @param {Column<Row>[]} columns
 * @param {Row[]} rows
 * @param {string} whenEmpty
 */
export function fillTable(table, columns, rows, whenEmpty) {
  if (rows.length === 0) {
    table.replaceChildren(
      make("tbody", {}, make("tr", {}, make("td", { class: "empty" }, whenEmpty))),
    );
    return;
  }
  /** @type {(column: Column<Row>) => Record<string, string>} */
  const kindOf = ({ style }) => (style === undefined ? {} : { class: style });
  table.replaceChildren(
    make(
      "thead",
      {},
      make("tr", {}, ...columns.map((c) => make("th", { scope: "col", ...kindOf(c) }, c.head))),
    ),
    make(
      "tbody",
      {},
      ...rows.map((row) =>
        make("tr", {}, ...columns.map((c) => make("td", kindOf(c), c.cell(row)))),
      ),
    ),
  );
}

/** @param {CallRow} call */
function faultsOf({ fault, strikes, early }) {
  const kinds = new Set([...(fault === null ? [] : [fault]), ...strikes]);
  const words = [...kinds].map((kind) => given.faults[kind]);
  return [...(early ? ["Before its Retry-After was over"] : []), ...words].join(" · ");
}
