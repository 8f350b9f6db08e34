import { formatNumber } from "@/lib/format";
import { type ReachMeasure, type ReachRow, rateText } from "./reach-row";

/**
 * Pixels. The bars of the first view and the chart that takes their place share them, so that
 * nothing moves when it does.
 */
export const ROW = 36;
export const BAR = 16;
/** The scale under the bars. */
export const AXIS = 28;
export const FONT = 13;
/** Under bars of rates, in percent. */
export const SCALE = [0, 25, 50, 75, 100];
const GAP = 8;
/** Wide enough for all but a few letters of the interface's font at that size. */
const LETTER = 7.1;
/** Of names in capitals, as many carriers have. */
const WIDE = 9.8;
const IS_WIDE = /[A-Z&@%]/;

/** The digits and signs of figures, all digits as wide as the widest. */
const DIGIT = 8.4;
const SIGNS: Record<string, number> = { "%": 12, ",": 4.2, ".": 4.2, "·": 4.5, " ": 4 };

/** A longer name leaves no room for the bars; the tooltip and the table have it whole. */
const LONGEST = 18;
export const shorten = (label: string) =>
  label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label;

/** The height of a chart with so many bars. */
export function chartHeight(rows: number, hasScale: boolean): number {
  return rows * ROW + (hasScale ? AXIS : 0);
}

/** What stands at the end of a bar: contacts and RCS rate, or the rate and of how many it is. */
export function figureOf(row: ReachRow, measure: ReachMeasure): string {
  if (measure === "rate") return `${rateText(row)} of ${formatNumber(row.contacts)}`;
  return `${formatNumber(row.contacts)} · ${rateText(row)}`;
}

/** The widths of the names before the bars and of the figures behind them. */
export function columnWidths(
  rows: readonly ReachRow[],
  measure: ReachMeasure,
): { label: number; figure: number } {
  const labels = rows.map((row) => labelWidth(shorten(row.label)));
  const figures = rows.map((row) => figureWidth(figureOf(row, measure)));
  return { label: columnWidth(labels), figure: columnWidth(figures) };
}

const columnWidth = (widths: number[]) => Math.ceil(Math.max(0, ...widths)) + GAP;

const labelWidth = (label: string) =>
  sumOver(label, (letter) => (IS_WIDE.test(letter) ? WIDE : LETTER));

/** Digits and the percent sign are far from the mean, and no figure may be cut. */
const figureWidth = (figure: string) => sumOver(figure, (sign) => SIGNS[sign] ?? DIGIT);

const sumOver = (text: string, widthOf: (sign: string) => number) =>
  [...text].reduce((width, sign) => width + widthOf(sign), 0);
