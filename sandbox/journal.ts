import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import type { LoggedCall } from "./log";

/** A call with its numbers, as a line of the journal has it. */
export interface JournalEntry {
  call: LoggedCall;
  /** The unique valid numbers that it asked for. */
  asked: string[];
  /** Those of them that were billed. */
  billed: string[];
}

/**
 * The sandbox's log on disk: one line of JSON a call, written before the call is answered, so that
 * it outlives the process however that ends.
 */
export class Journal {
  constructor(private readonly file: string) {}

  /** All calls since it was cleared, oldest first. */
  read(): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    const lines = readFileSync(this.file, "utf8").split("\n");
    // What follows the last line break was being written when the process ended: not yet a call.
    return lines.slice(0, -1).map((line) => JSON.parse(line));
  }

  /** The same, when it is taken up again: what was being written is cut off. */
  recover(): JournalEntry[] {
    if (!existsSync(this.file)) return [];
    truncateSync(this.file, readFileSync(this.file).lastIndexOf("\n") + 1);
    return this.read();
  }

  add(entry: JournalEntry): void {
    appendFileSync(this.file, `${JSON.stringify(entry)}\n`);
  }

  clear(): void {
    writeFileSync(this.file, "");
  }
}
