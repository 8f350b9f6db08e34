import { afterEach, describe, expect, it, vi } from "vitest";
import type { ReadyOptions } from "./clean";
import { readHead } from "./head";
import { HELPED_BYTES } from "./limits";
import {
  type HelperAnswer,
  type HelperRequest,
  type HelperWorker,
  helperCount,
  PATIENCE_MS,
  PieceHelpers,
} from "./piece-helpers";
import { buffersOf, pieceScanner } from "./read-piece";
import { cleanedWhole } from "./testing/cleaned-whole";

const OPTIONS: ReadyOptions = {
  hasHeader: true,
  phoneColumn: 1,
  countryColumn: null,
  defaultCountry: "US",
  keptColumns: [0],
  keep: "first",
  excludedTypes: [],
  corrections: [],
};
const LINES = Array.from(
  { length: 160_000 },
  (_, n) => `"Lee, ${n}",(415) 555-${1000 + (n % 9000)},x`,
);
const FILE = new File([["name,phone,more", ...LINES].join("\n")], "list.csv");

/** A worker that answers as the real one does; it dies of the piece `diesAt`, if one is named. */
class FakeWorker extends EventTarget implements HelperWorker {
  asked = 0;
  answered = 0;
  isTerminated = false;
  private readonly scan = pieceScanner();
  private readonly diesAt: number | null;

  constructor(diesAt: number | null = null) {
    super();
    this.diesAt = diesAt;
  }

  getReady(): void {
    this.answer({ type: "ready" });
  }

  async postMessage(request: HelperRequest): Promise<void> {
    this.asked += 1;
    if (this.diesAt !== null && this.asked > this.diesAt) {
      this.dispatchEvent(new Event("error", { cancelable: true }));
      return;
    }
    const piece = await this.scan(request);
    const sent = structuredClone(piece, { transfer: buffersOf(piece) });
    this.answered += 1;
    this.answer({ type: "piece", id: request.id, piece: sent });
  }

  terminate(): void {
    this.isTerminated = true;
  }

  private answer(data: HelperAnswer): void {
    if (!this.isTerminated) this.dispatchEvent(new MessageEvent("message", { data }));
  }
}

/** A worker that is asked and never answers. */
class HangingWorker extends FakeWorker {
  override async postMessage(): Promise<void> {
    this.asked += 1;
  }
}

async function cleanWith(...workers: FakeWorker[]) {
  const toStart = [...workers];
  const helpers = new PieceHelpers(() => {
    const worker = toStart.shift();
    if (!worker) throw new Error("The browser starts no more.");
    return worker;
  }, workers.length + 1);
  helpers.prepare();
  for (const worker of workers) worker.getReady();
  return cleanedWhole(FILE, await readHead(FILE), OPTIONS, { pieces: helpers.reader });
}

afterEach(() => {
  vi.useRealTimers();
});

describe("PieceHelpers", async () => {
  expect(FILE.size).toBeGreaterThan(HELPED_BYTES);
  const alone = await cleanedWhole(FILE, await readHead(FILE), OPTIONS);

  it.each([1, 2, 3])("reads a large file by %d helpers as without any", async (count) => {
    const workers = Array.from({ length: count }, () => new FakeWorker());
    expect(await cleanWith(...workers)).toEqual(alone);
    for (const worker of workers) expect(worker.answered).toBeGreaterThan(0);
  });

  it("reads without those that die", async () => {
    const dying = [new FakeWorker(0), new FakeWorker(2)];
    expect(await cleanWith(...dying)).toEqual(alone);
    expect(dying.every(({ isTerminated }) => isTerminated)).toBe(true);
  });

  it("reads without one that hangs", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const hanging = new HangingWorker();
    const cleaning = cleanWith(hanging);
    await vi.waitUntil(() => hanging.asked > 0);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS);
    expect(await cleaning).toEqual(alone);
    expect(hanging.isTerminated).toBe(true);
  });

  it("waits for no helper that is not ready", async () => {
    const late = new FakeWorker();
    const helpers = new PieceHelpers(() => late, 1);
    helpers.prepare();
    const head = await readHead(FILE);
    expect(await cleanedWhole(FILE, head, OPTIONS, { pieces: helpers.reader })).toEqual(alone);
    expect(late.asked).toBe(0);
  });

  it("asks nobody about a small file", async () => {
    const worker = new FakeWorker();
    const helpers = new PieceHelpers(() => worker, 1);
    helpers.prepare();
    worker.getReady();
    const file = new File([FILE.slice(0, HELPED_BYTES - 1)], "list.csv");
    const head = await readHead(file);
    const { review } = await cleanedWhole(file, head, OPTIONS, { pieces: helpers.reader });
    expect(review?.counts.rows).toBeGreaterThan(0);
    expect(worker.asked).toBe(0);
  });
});

it.each([
  [1, 0],
  [2, 2],
  [4, 3],
  [16, 4],
])("of %d cores, helpers take %d", (cores, helpers) => expect(helperCount(cores)).toBe(helpers));
