import { HELPED_BYTES } from "./limits";
import { type Piece, type PieceReader, type ReadPiece, readAlone } from "./read-pieces";
import type { PiecePlan } from "./scan-piece";

/** Owner to helper. Each piece gets one answer with its `id`. */
export type HelperRequest = { id: number; file: File; start: number; plan: PiecePlan };
/** Helper to owner: `ready` once. A piece that it could not read is null. */
export type HelperAnswer = { type: "ready" } | { type: "piece"; id: number; piece: Piece | null };

/** A helper that takes longer, in milliseconds, for the few pieces it may be asked at a time hangs. */
export const PATIENCE_MS = 30_000;

/** A worker as this needs it, so that a test can stand in for it. */
export type HelperWorker = Pick<Worker, "postMessage" | "terminate" | "addEventListener">;

type Helper = { worker: HelperWorker; asked: Map<number, (piece: Piece | null) => void> };

/**
 * Workers that read and judge pieces of a file ahead of the one that owns the result. They are asked
 * only from when they are ready, and what one of them fails to bring is read without it: without
 * any helper a file is read as well, only more slowly.
 */
export class PieceHelpers {
  private readonly start: () => HelperWorker;
  private readonly count: number;
  private readonly ready = new Set<Helper>();
  private nextId = 1;

  constructor(start: () => HelperWorker, count: number) {
    this.start = start;
    this.count = count;
  }

  /** Starts the helpers. */
  prepare(): void {
    for (let started = 0; started < this.count; started += 1) this.add();
  }

  readonly reader: PieceReader = (file, plan): ReadPiece => {
    const alone = readAlone(file, plan.cuts);
    if (file.size < HELPED_BYTES) return alone;
    return async (start) => {
      // Nobody can judge the first piece but who has read the header.
      const helper = start === 0 ? null : this.idlest();
      const piece = helper && (await this.ask(helper, { file, start, plan }));
      return piece ?? alone(start);
    };
  };

  private add(): void {
    try {
      const helper: Helper = { worker: this.start(), asked: new Map() };
      helper.worker.addEventListener("message", (event) => {
        this.receive(helper, (event as MessageEvent<HelperAnswer>).data);
      });
      helper.worker.addEventListener("error", (event) => {
        // It is dealt with here; the page shall not take it for a fault of the whole.
        event.preventDefault();
        this.giveUp(helper);
      });
    } catch {
      // The browser starts no further worker.
    }
  }

  private receive(helper: Helper, answer: HelperAnswer): void {
    if (answer.type === "ready") {
      this.ready.add(helper);
      return;
    }
    helper.asked.get(answer.id)?.(answer.piece);
    helper.asked.delete(answer.id);
  }

  private giveUp(helper: Helper): void {
    this.ready.delete(helper);
    helper.worker.terminate();
    for (const settle of helper.asked.values()) settle(null);
    helper.asked.clear();
  }

  private idlest(): Helper | null {
    let found: Helper | null = null;
    for (const helper of this.ready) {
      if (!found || helper.asked.size < found.asked.size) found = helper;
    }
    return found;
  }

  private ask(helper: Helper, task: Omit<HelperRequest, "id">): Promise<Piece | null> {
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((settle) => {
      const hangs = setTimeout(() => this.giveUp(helper), PATIENCE_MS);
      helper.asked.set(id, (piece) => {
        clearTimeout(hangs);
        settle(piece);
      });
      helper.worker.postMessage({ ...task, id } satisfies HelperRequest);
    });
  }
}

/** How many helpers suit a machine: one core is for the owner; two share the owner's where there are but two. */
export function helperCount(cores: number): number {
  return cores < 2 ? 0 : Math.min(4, Math.max(2, cores - 1));
}
