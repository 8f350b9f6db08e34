import { CallRate } from "./call-rate";

const MAX_ACCOUNTS = 1000;

interface Account {
  served: CallRate;
  /** The time that a Retry-After gave, from when it was known until it is over. */
  wait: { from: number; until: number } | null;
}

/**
 * The pace of each account (SID): what a rate limit lets through, and who comes back before a
 * Retry-After is over. All times are milliseconds of one clock that never goes back.
 */
export class Traffic {
  private readonly accounts = new Map<string, Account>();

  /** Lets a call through, unless so many were let through within the second before it. */
  admit(sid: string, perSecond: number, now: number): boolean {
    const { served } = this.account(sid);
    if (served.countAt(now) >= perSecond) return false;
    served.add(now);
    return true;
  }

  /** Remembers a Retry-After that is sent now; it prolongs one that is not over. */
  promise(sid: string, now: number, overInMs: number): void {
    const account = this.account(sid);
    const { wait } = account;
    const isOpen = wait !== null && now < wait.until;
    account.wait = isOpen
      ? { from: wait.from, until: Math.max(wait.until, now + overInMs) }
      : { from: now, until: now + overInMs };
  }

  /**
   * Whether a call comes before the last Retry-After is over.
   *
   * @param graceMs so soon after it was given, a call may have been on its way
   */
  isEarly(sid: string, now: number, graceMs: number): boolean {
    const wait = this.accounts.get(sid)?.wait ?? null;
    return wait !== null && now > wait.from + graceMs && now < wait.until;
  }

  clear(): void {
    this.accounts.clear();
  }

  private account(sid: string): Account {
    const known = this.accounts.get(sid);
    if (known !== undefined) return known;
    const account = { served: new CallRate(), wait: null };
    if (this.accounts.size >= MAX_ACCOUNTS) this.accounts.clear();
    this.accounts.set(sid, account);
    return account;
  }
}
