import { EventEmitter, once } from "node:events";
import type { Journal, JournalEntry } from "./journal";
import { CallLog } from "./log";
import { PollCounts } from "./poll-counts";
import { type Settings, type SettingsInput, settingsSchema } from "./settings";
import { Traffic } from "./traffic";

/** All that a sandbox knows, in memory and bounded; its log on disk too, where one is wanted. */
export class SandboxState {
  readonly log = new CallLog();
  readonly traffic = new Traffic();
  readonly polls = new PollCounts();
  private current: Settings;
  private readonly changes = new EventEmitter().setMaxListeners(0);

  /**
   * @param initial the settings that every change starts from
   * @param clock milliseconds of a clock that never goes back
   * @param journal what was logged before, and where the log is kept
   */
  constructor(
    readonly initial: Settings,
    readonly clock: () => number,
    private readonly journal?: Journal,
  ) {
    this.current = initial;
    const sinceEpoch = Date.now() - clock();
    for (const { call, ...numbers } of journal?.recover() ?? []) {
      this.log.add(call, numbers, Date.parse(call.time) - sinceEpoch);
    }
  }

  get settings(): Settings {
    return this.current;
  }

  /** Sets what is given, and the rest to the value it started with. */
  configure(input: SettingsInput): void {
    this.current = settingsSchema.parse({ ...this.initial, ...input });
    this.changes.emit("change");
  }

  /** Logs a call that arrived at `clock`. */
  note(entry: JournalEntry, clock: number): void {
    this.journal?.add(entry);
    this.log.add(entry.call, entry, clock);
  }

  /** Waits while a call is held back, the how manieth it is since the log was cleared. */
  async whileHeld(callNumber: number): Promise<void> {
    while (this.current.holdAfter !== null && callNumber > this.current.holdAfter) {
      await once(this.changes, "change");
    }
  }

  /** Forgets all calls, and the Retry-After that were given. */
  clearLog(): void {
    this.journal?.clear();
    this.log.clear();
    this.traffic.clear();
  }
}
