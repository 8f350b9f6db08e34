import type { AudienceAnswer, AudienceMessage, AudienceRequest } from "./protocol";

type WithoutId<T> = T extends unknown ? Omit<T, "id"> : never;
export type AudienceTask = WithoutId<Exclude<AudienceRequest, { type: "cancel" }>>;
type Progress = Extract<AudienceAnswer, { type: "cleanProgress" | "uploadProgress" }>;
/** The last answer to a request. */
export type FinalAnswer = Exclude<AudienceAnswer, Progress>;

type Waiting = { settle: (answer: FinalAnswer) => void; onProgress: (answer: Progress) => void };

/** The worker as this needs it, so that a test can stand in for it. */
export type AudienceWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

export function startWorker(): AudienceWorker {
  return new Worker(new URL("./audience.worker.ts", import.meta.url), { type: "module" });
}

/** Asks the worker and matches its answers to the requests. Failures are answers, not rejections. */
export class AudienceClient {
  private readonly worker: AudienceWorker;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private broken = false;

  constructor(worker: AudienceWorker) {
    this.worker = worker;
    worker.addEventListener("message", (event) => {
      this.receive((event as MessageEvent<AudienceAnswer>).data);
    });
    worker.addEventListener("error", () => this.failAll());
  }

  /** The worker can answer no more. */
  get isBroken(): boolean {
    return this.broken;
  }

  /** Sends a request; `cancel` stops it, and then its answer is `cancelled`. */
  request(
    task: AudienceTask,
    onProgress: (answer: Progress) => void = () => undefined,
  ): { answer: Promise<FinalAnswer>; cancel: () => void } {
    const id = this.nextId;
    this.nextId += 1;
    const answer = new Promise<FinalAnswer>((settle) => {
      this.waiting.set(id, { settle, onProgress });
    });
    this.worker.postMessage({ ...task, id });
    return { answer, cancel: () => this.worker.postMessage({ type: "cancel", id }) };
  }

  /** Tells the worker that a file is about to come. */
  expectFile(): void {
    this.worker.postMessage({ type: "expect" } satisfies AudienceMessage);
  }

  /** Ends the worker with all that it holds. */
  dispose(): void {
    this.worker.terminate();
    this.settleAll((id) => ({ type: "cancelled", id }));
  }

  private receive(answer: AudienceAnswer): void {
    const waiting = this.waiting.get(answer.id);
    if (!waiting) return;
    if (answer.type === "cleanProgress" || answer.type === "uploadProgress") {
      waiting.onProgress(answer);
      return;
    }
    this.waiting.delete(answer.id);
    waiting.settle(answer);
  }

  /** The worker did not start, or ran out of memory. */
  private failAll(): void {
    this.broken = true;
    const message =
      "The browser stopped reading the file, perhaps for lack of memory. Close other tabs, reload this page and try again.";
    this.settleAll((id) => ({ type: "failed", id, problem: { code: "internal", message } }));
  }

  private settleAll(answerOf: (id: number) => FinalAnswer): void {
    for (const [id, { settle }] of this.waiting) settle(answerOf(id));
    this.waiting.clear();
  }
}
