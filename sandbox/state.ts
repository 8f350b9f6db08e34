import { CallLog } from "./log";
import { PollCounts } from "./poll-counts";
import { type Settings, type SettingsInput, settingsSchema } from "./settings";
import { Traffic } from "./traffic";

/** All that a sandbox knows, in memory and bounded. */
export class SandboxState {
  readonly log = new CallLog();
  readonly traffic = new Traffic();
  readonly polls = new PollCounts();
  private current: Settings;

  /**
   * @param initial the settings that every change starts from
   * @param clock milliseconds of a clock that never goes back
   */
  constructor(
    readonly initial: Settings,
    readonly clock: () => number,
  ) {
    this.current = initial;
  }

  get settings(): Settings {
    return this.current;
  }

  /** Sets what is given, and the rest to the value it started with. */
  configure(input: SettingsInput): void {
    this.current = settingsSchema.parse({ ...this.initial, ...input });
  }

  /** Forgets all calls, and the Retry-After that were given. */
  clearLog(): void {
    this.log.clear();
    this.traffic.clear();
  }
}
