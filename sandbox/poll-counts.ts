const MAX_NUMBERS = 1_000_000;

/**
 * Counts how often details were asked for in vain, for each number since it was last requested.
 * Bounded: beyond a million numbers the one that was requested first is forgotten.
 */
export class PollCounts {
  private readonly polls = new Map<string, number>();

  /** The numbers were requested anew: their count begins again. */
  restart(numbers: readonly string[]): void {
    if (this.polls.size === 0) return;
    for (const number of numbers) this.polls.delete(number);
  }

  /** Counts a poll and tells whether it has been asked in vain often enough before. */
  poll(number: string, needed: number): boolean {
    if (needed === 0) return true;
    const before = this.polls.get(number) ?? 0;
    if (before >= needed) return true;
    this.polls.set(number, before + 1);
    if (this.polls.size > MAX_NUMBERS) this.forgetFirst();
    return false;
  }

  private forgetFirst(): void {
    for (const number of this.polls.keys()) {
      this.polls.delete(number);
      return;
    }
  }
}
