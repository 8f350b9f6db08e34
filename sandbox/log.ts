import type { Operation } from "@/lib/kaleyra/operations";
import { CallRate } from "./call-rate";
import type { FaultKind } from "./faults";
import { type NumberCount, NumberCounts } from "./number-counts";

const KEPT_CALLS = 10_000;
const LISTED_REPEATS = 1000;

/** One call as the sandbox served it. */
export interface LoggedCall {
  /** When it arrived, ISO 8601. */
  time: string;
  /** Null: no operation has this path. */
  operation: Operation | null;
  /** How many unique valid numbers it asked for. */
  numbers: number;
  /** Null: no status was sent. */
  status: number | null;
  /** How many numbers it was billed for. */
  billed: number;
  fault: FaultKind | null;
}

/** Sums over calls. */
export interface Sum {
  calls: number;
  numbers: number;
  billed: number;
}

/** What the sandbox served and billed since it started or was cleared. */
export interface LogReport {
  totals: Sum & {
    distinctNumbers: number;
    askedMoreThanOnce: number;
    billedMoreThanOnce: number;
    /** The most calls that arrived within any one second. */
    maxCallsPerSecond: number;
  };
  byOperation: Record<string, Sum>;
  byStatus: Record<string, number>;
  /** Numbers asked more than once, at most 1,000 of them. */
  repeated: NumberCount[];
  /** The latest calls, oldest first, at most 10,000. */
  calls: LoggedCall[];
}

/** The sandbox's memory of what it did: the witness in tests. Bounded. */
export class CallLog {
  private calls: LoggedCall[] = [];
  private total: Sum = { calls: 0, numbers: 0, billed: 0 };
  private byOperation = new Map<string, Sum>();
  private byStatus = new Map<string, number>();
  private rate = new CallRate();
  private readonly numbers = new NumberCounts();

  /** @param clock milliseconds of a clock that never goes back */
  add(call: LoggedCall, numbers: readonly string[], clock: number): void {
    this.calls.push(call);
    if (this.calls.length > 2 * KEPT_CALLS) this.calls = this.calls.slice(-KEPT_CALLS);
    const name = call.operation ?? "unknown";
    this.total = addTo(this.total, call);
    this.byOperation.set(name, addTo(this.byOperation.get(name), call));
    const status = String(call.status ?? "none");
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.numbers.add(numbers, call.billed > 0);
    this.rate.add(clock);
  }

  report(): LogReport {
    const repeated = [...this.numbers.repeated()];
    return {
      totals: {
        ...this.total,
        distinctNumbers: this.numbers.size,
        askedMoreThanOnce: repeated.length,
        billedMoreThanOnce: repeated.filter(({ billed }) => billed > 1).length,
        maxCallsPerSecond: this.rate.maximum,
      },
      byOperation: Object.fromEntries(this.byOperation),
      byStatus: Object.fromEntries(this.byStatus),
      repeated: repeated.slice(0, LISTED_REPEATS),
      calls: this.calls.slice(-KEPT_CALLS),
    };
  }

  get callCount(): number {
    return this.total.calls;
  }

  /** How often one number was asked and billed. */
  countOf(number: string): NumberCount {
    return this.numbers.of(number);
  }

  clear(): void {
    this.calls = [];
    this.total = { calls: 0, numbers: 0, billed: 0 };
    this.byOperation = new Map();
    this.byStatus = new Map();
    this.rate = new CallRate();
    this.numbers.clear();
  }
}

function addTo(sum: Sum = { calls: 0, numbers: 0, billed: 0 }, call: LoggedCall): Sum {
  return {
    calls: sum.calls + 1,
    numbers: sum.numbers + call.numbers,
    billed: sum.billed + call.billed,
  };
}
