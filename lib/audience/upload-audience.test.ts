import { describe, expect, it } from "vitest";
import { type Chunk, chunkRows, type RowSource } from "./chunk-rows";
import type { RowKind, RowsByKind, UploadProgress } from "./protocol";
import { type UploadContext, uploadAudience } from "./upload-audience";
import { UploadError } from "./upload-error";

/** Lists of given sizes, made up on the fly. */
function lists(contacts: number, invalid = 0, duplicates = 0, kept: string[] = []): RowSource {
  const sizes = { contacts, invalid, duplicates };
  const build: { [K in RowKind]: (line: number) => RowsByKind[K] } = {
    contacts: (line) => ({ line, e164: `+1415555${line}`, country: "US", type: "mobile", kept }),
    invalid: (line) => ({ line, cell: "x", reason: "letters", readAs: null }),
    duplicates: (line) => ({ line, cell: "x", e164: "+14155552671", keptLine: 1 }),
  };
  return {
    size: (kind) => sizes[kind],
    page: (kind, offset, limit) =>
      Array.from({ length: Math.max(0, Math.min(limit, sizes[kind] - offset)) }, (_, at) =>
        build[kind](offset + at + 1),
      ),
  };
}

const names = (chunks: Iterable<Chunk>) =>
  [...chunks].map(({ kind, index, rows }) => `${kind} ${index}: ${rows.length}`);

describe("chunkRows", () => {
  it("cuts each list into chunks of at most 5,000 rows, contacts first", () => {
    expect(names(chunkRows(lists(12_000, 5_000, 1)))).toEqual([
      "contacts 0: 5000",
      "contacts 1: 5000",
      "contacts 2: 2000",
      "invalid 0: 5000",
      "duplicates 0: 1",
    ]);
  });

  it("makes no chunk of nothing", () => {
    expect(names(chunkRows(lists(0)))).toEqual([]);
  });

  it("makes smaller chunks of long cells, and loses no row", () => {
    const chunks = [
      ...chunkRows(lists(5_000, 0, 0, new Array<string>(10).fill("x".repeat(1_000)))),
    ];
    expect(chunks.length).toBeGreaterThan(10);
    for (const chunk of chunks) expect(JSON.stringify(chunk).length).toBeLessThan(4_000_000);
    expect(chunks.flatMap(({ rows }) => rows.map(({ line }) => line))).toEqual(
      Array.from({ length: 5_000 }, (_, n) => n + 1),
    );
  });
});

type Harness = Partial<UploadContext> & { fail?: (name: string, attempt: number) => unknown };

async function upload(source: RowSource, { fail, ...context }: Harness = {}) {
  const sent: string[] = [];
  const attempts = new Map<string, number>();
  const waits: number[] = [];
  let atOnce = 0;
  let most = 0;
  const progress: UploadProgress[] = [];
  const result = uploadAudience(source, {
    signal: new AbortController().signal,
    random: () => 1,
    wait: async (milliseconds) => {
      waits.push(milliseconds);
    },
    onProgress: (value) => progress.push(value),
    send: async ({ kind, index }) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await Promise.resolve();
      atOnce -= 1;
      const name = `${kind} ${index}`;
      attempts.set(name, (attempts.get(name) ?? 0) + 1);
      const error = fail?.(name, attempts.get(name) ?? 0);
      if (error) throw error;
      sent.push(name);
    },
    ...context,
  });
  const outcome = await result.then(
    () => "done",
    (error: unknown) => error,
  );
  return { outcome, sent, attempts, waits, most, progress };
}

describe("uploadAudience", () => {
  it("sends every chunk once, three at a time, and tells how many rows have arrived", async () => {
    const { outcome, sent, most, progress } = await upload(lists(40_000, 6_000, 2));
    expect(outcome).toBe("done");
    expect([...sent].sort()).toEqual(
      [
        ...Array.from({ length: 8 }, (_, index) => `contacts ${index}`),
        "invalid 0",
        "invalid 1",
        "duplicates 0",
      ].sort(),
    );
    expect(most).toBe(3);
    expect(progress.at(-1)).toEqual({ sent: 46_002, total: 46_002 });
  });

  it("sends a failed chunk again, after ever longer waits", async () => {
    const { outcome, attempts, waits } = await upload(lists(5_000), {
      fail: (_, attempt) => (attempt <= 3 ? new UploadError("failed", "down") : undefined),
    });
    expect(outcome).toBe("done");
    expect(attempts.get("contacts 0")).toBe(4);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it("waits a random part of that time, down to none", async () => {
    const { waits } = await upload(lists(5_000), {
      random: () => 0,
      fail: (_, attempt) => (attempt === 1 ? new UploadError("failed", "down") : undefined),
    });
    expect(waits).toEqual([0]);
  });

  it("gives up after six attempts", async () => {
    const { outcome, attempts } = await upload(lists(5_000), {
      fail: () => new UploadError("failed", "down"),
    });
    expect(outcome).toMatchObject({ kind: "failed", message: "down" });
    expect(attempts.get("contacts 0")).toBe(6);
  });

  it("stops at a refusal with the server's words, without another try", async () => {
    const { outcome, attempts } = await upload(lists(100_000), {
      fail: (name) => (name === "contacts 1" ? new UploadError("refused", "Full.") : undefined),
    });
    expect(outcome).toMatchObject({ kind: "refused", message: "Full." });
    expect(attempts.get("contacts 1")).toBe(1);
    expect(attempts.size).toBeLessThan(10);
  });

  it("does not send what the server has", async () => {
    const { outcome, sent, progress } = await upload(lists(15_000, 5), {
      alreadySent: { contacts: [0, 2] },
    });
    expect(outcome).toBe("done");
    expect([...sent].sort()).toEqual(["contacts 1", "invalid 0"]);
    expect(progress.at(-1)).toEqual({ sent: 15_005, total: 15_005 });
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const { outcome, sent } = await upload(lists(100_000), {
      signal: controller.signal,
      onSent: () => controller.abort(),
    });
    expect(outcome).toHaveProperty("name", "AbortError");
    expect(sent.length).toBeLessThan(5);
  });
});
