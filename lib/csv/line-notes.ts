/** How many line numbers are named; beyond that a count is enough. */
const NAMED = 100;

/** Counts rows with something odd about them and names the first ones. */
export class LineNotes {
  rows = 0;
  readonly lines: number[] = [];

  add(line: number): void {
    this.rows += 1;
    if (this.lines.length < NAMED) this.lines.push(line);
  }
}
