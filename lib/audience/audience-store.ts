import type { CountryCode } from "@/lib/phone/country";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import {
  AudienceClient,
  type AudienceTask,
  type AudienceWorker,
  type FinalAnswer,
} from "./audience-client";
import { type AudienceEvent, type AudienceState, audienceReducer, IDLE } from "./audience-state";
import { HELPED_BYTES } from "./limits";
import type {
  AudienceActions,
  CellVerdict,
  CleanOptions,
  InvalidRow,
  Review,
  RowKind,
  RowsByKind,
  SentChunks,
} from "./protocol";

export type AudienceStoreContext = {
  startWorker: () => AudienceWorker;
  /** ISO 3166-1 alpha-2 of the browser's language, to propose a default country. */
  region: () => string | null;
  /** Where the server is, such as `https://reach.example.com`. */
  origin: () => string;
  /** Resolves once the page has drawn what it was told. */
  isDrawn: () => Promise<void>;
};

/** An audience outside of React: its state, and the actions that change it through a worker. */
export class AudienceStore implements AudienceActions {
  private readonly context: AudienceStoreContext;
  private readonly listeners = new Set<() => void>();
  private state: AudienceState = IDLE;
  private client: AudienceClient | null = null;
  /** The inspection, cleaning or upload under way; an answer to any other is late. */
  private current: { cancel: () => void } | null = null;
  private lastPreview = 0;
  private file: File | null = null;

  constructor(context: AudienceStoreContext) {
    this.context = context;
  }

  readonly getState = (): AudienceState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts the worker before there is anything to do, so that the first file need not wait for it. */
  readonly prepare = (): void => {
    this.worker();
  };

  readonly expectFile = (): void => this.worker().expectFile();

  readonly pick = (file: File): void => {
    this.stop();
    this.dispatch({ type: "picked", file: { name: file.name, size: file.size } });
    this.file = file;
    void this.inspect(null);
    // Nobody may have told before, and it is not read until the columns were looked at.
    if (file.size >= HELPED_BYTES) this.expectFile();
  };

  readonly chooseSheet = (sheet: string): void => {
    if (!("inspection" in this.state) || this.isHeld) return;
    this.stop();
    // Back to the choices at once: what was cleaned is of another sheet.
    this.dispatch({ type: "configured", changes: {} });
    void this.inspect(sheet);
  };

  readonly configure = (changes: Partial<CleanOptions>): void => {
    // Even a preview would make the worker forget what is being sent.
    if (this.isHeld) return;
    if (this.state.step === "cleaning" || this.state.step === "recounting") this.stop();
    this.dispatch({ type: "configured", changes });
    void this.preview();
  };

  readonly clean = (): void => {
    if (!("options" in this.state) || this.current || this.isHeld) return;
    const { options } = this.state;
    this.dispatch({ type: "cleanStarted" });
    void this.read(options);
  };

  readonly recount = (changes: Partial<CleanOptions>): boolean => {
    if (!("review" in this.state) || this.isHeld) return false;
    this.stop();
    this.dispatch({ type: "recountStarted", changes });
    if ("options" in this.state) void this.read(this.state.options);
    return true;
  };

  readonly judge = async (cell: string, country: CountryCode | null): Promise<CellVerdict> => {
    const excludedTypes = "options" in this.state ? this.state.options.excludedTypes : [];
    const { answer } = this.worker().request({ type: "judge", cell, country, excludedTypes });
    const judged = await answer;
    if (judged.type !== "judged") throw new Error("The cell could not be judged.");
    return judged.verdict;
  };

  readonly listInvalid = async (
    reason: InvalidReason | null,
    limit: number,
  ): Promise<InvalidRow[]> => {
    const { answer } = this.worker().request({ type: "listInvalid", reason, limit });
    const found = await answer;
    if (found.type !== "listInvalid") throw new Error("These rows are not at hand any more.");
    return found.rows;
  };

  readonly hold = (review: Review): boolean => {
    // What the page shows may be a moment behind: a start is for what it shows, and nothing else.
    const isIt = "review" in this.state && this.state.review === review;
    if (!isIt || this.current || this.isHeld) return false;
    this.dispatch({ type: "held" });
    return true;
  };

  readonly upload = async (runId: string, alreadySent: SentChunks = {}): Promise<boolean> => {
    // Not held any more: stopped while the run was being made.
    if (!this.isHeld || this.current) return false;
    const origin = this.context.origin();
    const answer = await this.run({ type: "upload", origin, runId, alreadySent });
    return answer?.type === "uploaded";
  };

  readonly cancel = (): void => {
    this.stop();
    this.dispatch({ type: "cancelled" });
  };

  readonly reset = (): void => {
    this.dispose();
    this.dispatch({ type: "reset" });
  };

  readonly page = async <K extends RowKind>(
    kind: K,
    offset: number,
    limit: number,
  ): Promise<RowsByKind[K][]> => {
    const { answer } = this.worker().request({ type: "page", kind, offset, limit });
    const page = await answer;
    if (page.type !== "page") throw new Error("These rows are not at hand any more.");
    return page.rows as RowsByKind[K][];
  };

  /** Ends the worker and frees what it holds. The store can be used again. */
  readonly dispose = (): void => {
    this.stop();
    this.client?.dispose();
    this.client = null;
  };

  private get isHeld(): boolean {
    return this.state.step === "uploading";
  }

  private worker(): AudienceClient {
    if (!this.client || this.client.isBroken) {
      this.client?.dispose();
      this.client = new AudienceClient(this.context.startWorker());
    }
    return this.client;
  }

  private async inspect(sheet: string | null): Promise<void> {
    if (!this.file) return;
    const region = this.context.region();
    await this.run({ type: "inspect", file: this.file, region, sheet });
  }

  /**
   * Cleans the file. A large one takes every core: the page first draws that it is being read, which
   * would take several times as long meanwhile.
   */
  private async read(options: CleanOptions): Promise<void> {
    if (this.file && this.file.size >= HELPED_BYTES) {
      const drawing = { cancel: () => {} };
      this.current = drawing;
      await this.context.isDrawn();
      if (this.current !== drawing) return;
    }
    await this.run({ type: "clean", options });
  }

  /** Runs the one task of a step. Null when another took its place. */
  private async run(task: AudienceTask): Promise<FinalAnswer | null> {
    const running = this.worker().request(task, (answer) => {
      if (this.current === running) this.dispatch(answer);
    });
    this.current = running;
    const answer = await running.answer;
    if (this.current !== running) return null;
    this.current = null;
    if (isEvent(answer)) this.dispatch(answer);
    if (answer.type === "inspected") void this.preview();
    return answer;
  }

  /** Only the answer to the latest choices counts. */
  private async preview(): Promise<void> {
    if (!("options" in this.state)) return;
    this.lastPreview += 1;
    const own = this.lastPreview;
    const { options } = this.state;
    const answer = await this.worker().request({ type: "preview", options }).answer;
    if (own === this.lastPreview && answer.type === "previewed") this.dispatch(answer);
  }

  private stop(): void {
    this.current?.cancel();
    this.current = null;
    this.lastPreview += 1;
  }

  private dispatch(event: AudienceEvent): void {
    this.state = audienceReducer(this.state, event);
    for (const listener of this.listeners) listener();
  }
}

function isEvent(
  answer: FinalAnswer,
): answer is Exclude<FinalAnswer, { type: "page" | "listInvalid" | "judged" }> {
  return answer.type !== "page" && answer.type !== "listInvalid" && answer.type !== "judged";
}
