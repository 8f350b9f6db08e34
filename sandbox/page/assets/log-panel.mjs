// @ts-check
import { callControl } from "./control.mjs";
import { byId, make } from "./dom.mjs";
import {
  ACCOUNT_COLUMNS,
  CALL_COLUMNS,
  fillTable,
  OPERATION_COLUMNS,
  REPEATED_COLUMNS,
} from "./log-tables.mjs";

/** @typedef {import("../../log.ts").LogReport["totals"]} Totals */

const count = new Intl.NumberFormat("en");

/**
 * The figures of the log; those marked must be 0 where all is well.
 *
 * @type {{ name: keyof Totals, label: string, watched?: boolean }[]}
 */
const TILES = [
  { name: "calls", label: "Calls" },
  { name: "numbers", label: "Numbers asked" },
  { name: "distinctNumbers", label: "Distinct numbers" },
  { name: "billed", label: "Billed" },
  { name: "askedMoreThanOnce", label: "Asked more than once", watched: true },
  { name: "billedMoreThanOnce", label: "Billed more than once", watched: true },
  { name: "maxCallsPerSecond", label: "Most calls in a second" },
  { name: "refused", label: "Refused with 429", watched: true },
  { name: "callsBeforeRetryAfter", label: "Before a Retry-After was over", watched: true },
  { name: "redirectsFollowed", label: "Redirects followed", watched: true },
];

let shown = "";

/** Starts the button that clears the log. */
export function startLog() {
  byId("clear", HTMLButtonElement).addEventListener("click", async () => {
    await callControl("DELETE", "log");
    showLog(await callControl("GET", "log?calls=100"));
  });
}

/**
 * Shows the log. Nothing is touched while nothing has changed, so that it can be read and copied.
 *
 * @param {import("../../log.ts").LogReport} log
 */
export function showLog(log) {
  const text = JSON.stringify(log);
  if (text === shown) return;
  shown = text;
  byId("totals", HTMLElement).replaceChildren(...TILES.map((tile) => makeTile(tile, log.totals)));
  const address = `No calls yet. The sandbox waits for them at ${location.origin}.`;
  fillTable(byId("by-operation", HTMLElement), OPERATION_COLUMNS, named(log.byOperation), address);
  const accounts = named(log.byAccount);
  byId("accounts", HTMLElement).hidden = accounts.length < 2;
  fillTable(byId("by-account", HTMLElement), ACCOUNT_COLUMNS, accounts, "");
  fillTable(byId("calls", HTMLElement), CALL_COLUMNS, [...log.calls].reverse(), "None.");
  fillTable(byId("repeated", HTMLElement), REPEATED_COLUMNS, log.repeated.slice(0, 100), "None.");
}

/**
 * @param {typeof TILES[number]} tile
 * @param {Totals} totals
 */
function makeTile({ name, label, watched }, totals) {
  const value = totals[name];
  return make(
    "div",
    watched && value > 0 ? { class: "warn" } : {},
    make("dt", {}, label),
    make("dd", {}, count.format(value)),
  );
}

/**
 * @template {object} Sum
 * @param {Record<string, Sum>} sums
 */
function named(sums) {
  return Object.entries(sums).map(([name, sum]) => ({ name, ...sum }));
}
