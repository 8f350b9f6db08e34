const SECOND_MS = 1000;
const MAX_PASSED = 1024;

/** Calls within any one second: how many there are now, and the most there ever were. */
export class CallRate {
  private recent: number[] = [];
  private passed = 0;
  private most = 0;

  /** @param now milliseconds of a clock that never goes back */
  add(now: number): void {
    this.recent.push(now);
    this.most = Math.max(this.most, this.countAt(now));
  }

  /** How many calls arrived within the second before now. */
  countAt(now: number): number {
    while (now - (this.recent[this.passed] ?? now) >= SECOND_MS) this.passed += 1;
    if (this.passed > MAX_PASSED) {
      this.recent = this.recent.slice(this.passed);
      this.passed = 0;
    }
    return this.recent.length - this.passed;
  }

  get maximum(): number {
    return this.most;
  }
}
