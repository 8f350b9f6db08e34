const SECOND_MS = 1000;

/** The most calls that arrived within any one second. */
export class CallRate {
  private recent: number[] = [];
  private most = 0;

  /** @param now milliseconds of a clock that never goes back */
  add(now: number): void {
    const first = this.recent.findIndex((time) => now - time < SECOND_MS);
    this.recent = first === -1 ? [] : this.recent.slice(first);
    this.recent.push(now);
    this.most = Math.max(this.most, this.recent.length);
  }

  get maximum(): number {
    return this.most;
  }
}
