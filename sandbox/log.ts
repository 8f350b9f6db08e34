import type { Operation } from "@/lib/kaleyra/operations";
import { CallRate } from "./call-rate";
import type { LoggedFault, NumberFaultKind } from "./faults";
import { LogSum, type PacedSum, type Sum } from "./log-sum";
import { type NumberCount, NumberCounts } from "./number-counts";

const KEPT_CALLS = 10_000;
const LISTED_REPEATS = 1000;
const LISTED_ACCOUNTS = 1000;

/** One call as the sandbox served it. */
export interface LoggedCall {
  /** When it arrived, ISO 8601. */
  time: string;
  /** The SID of its path; null: no operation has this path. */
  account: string | null;
  operation: Operation | null;
  /** How many unique valid numbers it asked for; none when it was refused at the door. */
  numbers: number;
  /** Null: no status was sent. */
  status: number | null;
  /** How many numbers it was billed for. */
  billed: number;
  fault: LoggedFault | null;
  /** The faults that struck single numbers of it. */
  strikes: NumberFaultKind[];
  /** Whether it came before a Retry-After that its account was given was over. */
  early: boolean;
}

/** What the sandbox served and billed since it started or was cleared. */
export interface LogReport {
  totals: PacedSum & {
    distinctNumbers: number;
    askedMoreThanOnce: number;
    billedMoreThanOnce: number;
    /** Redirects of the fault `redirect` that someone followed. */
    redirectsFollowed: number;
  };
  byOperation: Record<string, Sum>;
  byStatus: Record<string, number>;
  /** By SID, at most 1,000 of them. */
  byAccount: Record<string, PacedSum>;
  /** Numbers asked more than once, at most 1,000, those first that were billed more than once. */
  repeated: NumberCount[];
  /** The latest calls, oldest first, at most 10,000. */
  calls: LoggedCall[];
}

/** The sandbox's memory of what it did: the witness in tests. Bounded. */
export class CallLog {
  private calls: LoggedCall[] = [];
  private total = new LogSum(new CallRate());
  private byOperation = new Map<string, LogSum>();
  private byStatus = new Map<string, number>();
  private byAccount = new Map<string, LogSum>();
  private redirectsFollowed = 0;
  private readonly numbers = new NumberCounts();

  /**
   * @param numbers the call's numbers, and those of them that were billed
   * @param clock milliseconds of a clock that never goes back
   */
  add(
    call: LoggedCall,
    numbers: { asked: readonly string[]; billed: readonly string[] },
    clock: number,
  ): void {
    this.calls.push(call);
    if (this.calls.length > 2 * KEPT_CALLS) this.calls = this.calls.slice(-KEPT_CALLS);
    this.total.add(call, clock);
    sumOf(this.byOperation, call.operation ?? "unknown", () => new LogSum()).add(call, clock);
    if (call.account !== null) this.addToAccount(call.account, call, clock);
    const status = String(call.status ?? "none");
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.numbers.add(numbers.asked, numbers.billed);
  }

  addFollowedRedirect(): void {
    this.redirectsFollowed += 1;
  }

  /** @param latest how many of the latest calls are listed */
  report(latest: number = KEPT_CALLS): LogReport {
    const again = this.numbers.moreThanOnce;
    return {
      totals: {
        ...this.total.paced(),
        distinctNumbers: this.numbers.size,
        askedMoreThanOnce: again.asked,
        billedMoreThanOnce: again.billed,
        redirectsFollowed: this.redirectsFollowed,
      },
      byOperation: mapValues(this.byOperation, (sum) => sum.plain()),
      byStatus: Object.fromEntries(this.byStatus),
      byAccount: mapValues(this.byAccount, (sum) => sum.paced()),
      repeated: this.numbers.repeated(LISTED_REPEATS),
      calls: latest === 0 ? [] : this.calls.slice(-Math.min(latest, KEPT_CALLS)),
    };
  }

  /** How many calls there were, of one operation or in all. */
  callCount(operation: Operation | null = null): number {
    const sum = operation === null ? this.total : this.byOperation.get(operation);
    return sum?.plain().calls ?? 0;
  }

  /** How often one number was asked and billed. */
  countOf(number: string): NumberCount {
    return this.numbers.of(number);
  }

  clear(): void {
    this.calls = [];
    this.total = new LogSum(new CallRate());
    this.byOperation = new Map();
    this.byStatus = new Map();
    this.byAccount = new Map();
    this.redirectsFollowed = 0;
    this.numbers.clear();
  }

  private addToAccount(sid: string, call: LoggedCall, clock: number): void {
    if (!this.byAccount.has(sid) && this.byAccount.size >= LISTED_ACCOUNTS) return;
    sumOf(this.byAccount, sid, () => new LogSum(new CallRate())).add(call, clock);
  }
}

function sumOf(sums: Map<string, LogSum>, name: string, make: () => LogSum): LogSum {
  const sum = sums.get(name) ?? make();
  sums.set(name, sum);
  return sum;
}

function mapValues<V, W>(map: Map<string, V>, change: (value: V) => W): Record<string, W> {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]));
}
