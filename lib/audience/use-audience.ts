import type { AudienceState } from "./audience-state";
import type { CleanOptions, RowKind, RowsByKind, SentChunks } from "./protocol";

/** What the page can do with an audience. Every function keeps its identity between renders. */
export type AudienceActions = {
  /** Inspects a file, in place of the one before: `inspecting`, then `inspected` or `idle` with a problem. */
  pick(file: File): void;
  /** Changes some choices; a fresh preview follows. After cleaning it goes back to `inspected`. */
  configure(changes: Partial<CleanOptions>): void;
  /** Reads the whole file under the current options: `cleaning`, then `cleaned`. */
  clean(): void;
  /**
   * Sends the result to a run that was made before: `uploading`, then `uploaded` (also resolves).
   * Resolves false when it failed or was cancelled (see `state.problem`); calling it again with the
   * same run goes on where it stopped. `alreadySent`: the chunks a reloaded page knows the run has.
   */
  upload(runId: string, alreadySent?: SentChunks): Promise<boolean>;
  /** Stops what is under way and goes back a step. */
  cancel(): void;
  /** Forgets the file. */
  reset(): void;
  /** Rows of a cleaned list, for tables that show more than the review's samples. */
  page<K extends RowKind>(kind: K, offset: number, limit: number): Promise<RowsByKind[K][]>;
};

export type Audience = AudienceActions & { state: AudienceState };
