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
  private again = { asked: 0, billed: 0 };

  /** @param billed those of the asked numbers that were billed */
  add(asked: readonly string[], billed: readonly string[]): void {
    const paidFor = billed.length === asked.length ? null : new Set(billed);
    for (const number of asked) {
      const key = Number(number.slice(1));
      const known = this.counts.get(key);
      if (known === undefined && this.counts.size >= MAX_NUMBERS) continue;
      const before = unpack(known ?? 0);
      const isPaid = paidFor?.has(number) ?? true;
      if (before.asked === 1) this.again.asked += 1;
      if (isPaid && before.paid === 1) this.again.billed += 1;
      this.counts.set(key, pack(before.asked + 1, before.paid + (isPaid ? 1 : 0)));
    }
  }

  get size(): number {
    return this.counts.size;
  }

  /** How many numbers were asked, and how many billed, more than once. */
  get moreThanOnce(): { asked: number; billed: number } {
    return { ...this.again };
  }

  of(number: string): NumberCount {
    const { asked, paid } = unpack(this.counts.get(Number(number.slice(1))) ?? 0);
    return { number, asked, billed: paid };
  }

  /** Numbers asked more than once, those first that were billed more than once. */
  repeated(limit: number): NumberCount[] {
    const billed: NumberCount[] = [];
    const others: NumberCount[] = [];
    if (this.again.asked === 0) return billed;
    for (const [key, packed] of this.counts) {
      const { asked, paid } = unpack(packed);
      if (asked < 2) continue;
      const list = paid > 1 ? billed : others;
      if (list.length < limit) list.push({ number: `+${key}`, asked, billed: paid });
      if (billed.length === limit) break;
    }
    return [...billed, ...others].slice(0, limit);
  }

  clear(): void {
    this.counts.clear();
    this.again = { asked: 0, billed: 0 };
  }
}

function pack(asked: number, paid: number): number {
  return Math.min(asked, MAX_COUNT) * (MAX_COUNT + 1) + Math.min(paid, MAX_COUNT);
}

function unpack(packed: number): { asked: number; paid: number } {
  return { asked: Math.floor(packed / (MAX_COUNT + 1)), paid: packed % (MAX_COUNT + 1) };
}
