const MAX_NUMBERS = 5_000_000;
const MAX_COUNT = 0xffff;

/** How often a number was asked and billed. */
export interface NumberCount {
  number: string;
  asked: number;
  billed: number;
}

/**
 * Counts for each number how often it was asked and billed. Both counts share one integer and
 * numbers are kept as integers: a million numbers take some tens of megabytes. From the
 * five-millionth on, new numbers are no longer counted.
 */
export class NumberCounts {
  private readonly counts = new Map<number, number>();

  add(numbers: readonly string[], billed: boolean): void {
    for (const number of numbers) {
      const key = Number(number.slice(1));
      const known = this.counts.get(key);
      if (known === undefined && this.counts.size >= MAX_NUMBERS) continue;
      const { asked, paid } = unpack(known ?? 0);
      this.counts.set(key, pack(asked + 1, paid + (billed ? 1 : 0)));
    }
  }

  get size(): number {
    return this.counts.size;
  }

  of(number: string): NumberCount {
    const { asked, paid } = unpack(this.counts.get(Number(number.slice(1))) ?? 0);
    return { number, asked, billed: paid };
  }

  /** The numbers asked more than once. */
  *repeated(): Generator<NumberCount> {
    for (const [key, packed] of this.counts) {
      const { asked, paid } = unpack(packed);
      if (asked > 1) yield { number: `+${key}`, asked, billed: paid };
    }
  }

  clear(): void {
    this.counts.clear();
  }
}

function pack(asked: number, paid: number): number {
  return Math.min(asked, MAX_COUNT) * (MAX_COUNT + 1) + Math.min(paid, MAX_COUNT);
}

function unpack(packed: number): { asked: number; paid: number } {
  return { asked: Math.floor(packed / (MAX_COUNT + 1)), paid: packed % (MAX_COUNT + 1) };
}
