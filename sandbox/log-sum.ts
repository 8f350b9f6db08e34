import type { CallRate } from "./call-rate";

/** Sums over calls. */
export interface Sum {
  calls: number;
  numbers: number;
  billed: number;
}

/** Sums over calls, and the pace at which they came. */
export interface PacedSum extends Sum {
  /** Calls answered 429. */
  refused: number;
  /** Calls that came before a Retry-After that their account was given was over. */
  callsBeforeRetryAfter: number;
  /** The most calls that arrived within any one second, refused ones included. */
  maxCallsPerSecond: number;
}

const TOO_MANY_REQUESTS = 429;

interface Counted {
  numbers: number;
  billed: number;
  status: number | null;
  early: boolean;
}

/** Adds up calls. */
export class LogSum {
  private readonly sum: Sum = { calls: 0, numbers: 0, billed: 0 };
  private refused = 0;
  private early = 0;

  /** @param rate keeps the pace, where it is wanted */
  constructor(private readonly rate?: CallRate) {}

  add(call: Counted, clock: number): void {
    this.sum.calls += 1;
    this.sum.numbers += call.numbers;
    this.sum.billed += call.billed;
    if (call.status === TOO_MANY_REQUESTS) this.refused += 1;
    if (call.early) this.early += 1;
    this.rate?.add(clock);
  }

  plain(): Sum {
    return { ...this.sum };
  }

  paced(): PacedSum {
    return {
      ...this.sum,
      refused: this.refused,
      callsBeforeRetryAfter: this.early,
      maxCallsPerSecond: this.rate?.maximum ?? 0,
    };
  }
}
