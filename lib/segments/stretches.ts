import type { Cell } from "./find-cells";
import { startsWithin } from "./number-search";

/** A stretch of numbers, of one cell or of the whole run. */
export interface Stretch {
  cell: Cell | null;
  /** The first number that may stand in it, and the first text beyond it, byte by byte. */
  low: string;
  high: string;
}

export interface StretchOptions {
  /** What the numbers may begin with; each number does when it is left out. */
  starts?: readonly string[] | undefined;
  /** Only numbers after this one. */
  after?: string | undefined;
}

/** The stretches in which all numbers of these cells stand that begin as they are searched for. */
export function stretchesOf(cells: readonly Cell[], options: StretchOptions): Stretch[] {
  const { starts, after } = options;
  return cells.flatMap((cell) =>
    (starts ? startsWithin(starts, [cell.country]) : ["+"]).flatMap((start) =>
      stretch(cell, start, after),
    ),
  );
}

/** The same of all numbers of a run, whose countries are those of its cells. */
export function stretchesOfRun(cells: readonly Cell[], { starts, after }: StretchOptions) {
  const countries = new Set(cells.map((cell) => cell.country));
  const wanted = starts ? startsWithin(starts, countries) : ["+"];
  return wanted.flatMap((start) => stretch(null, start, after));
}

function stretch(cell: Cell | null, start: string, after: string | undefined): Stretch[] {
  // A colon comes after the digits, and nothing comes between a number and the same with a 0.
  const high = `${start}:`;
  const next = after ? `${after}0` : start;
  if (next >= high) return [];
  return [{ cell, low: next > start ? next : start, high }];
}
