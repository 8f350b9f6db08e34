import { expect, it } from "vitest";
import { chunkRows, type RowSource } from "./chunk-rows";
import type { RowKind, RowsByKind } from "./protocol";
import { chunkSender } from "./send-chunk";

/** What nginx lets through by default. */
const ONE_MIB = 1024 * 1024;

function sourceOf(rows: Partial<{ [K in RowKind]: RowsByKind[K][] }>): RowSource {
  const all = { contacts: [], invalid: [], duplicates: [], ...rows };
  return {
    size: (kind) => all[kind].length,
    page: <K extends RowKind>(kind: K, offset: number, limit: number) =>
      all[kind].slice(offset, offset + limit) as RowsByKind[K][],
  };
}

it.each([
  ["letters", "x".repeat(60)],
  ["quotes and backslashes", '"\\'.repeat(30)],
  ["control characters", "\u0001".repeat(60)],
  ["three bytes each", "号".repeat(60)],
  ["pairs", "😀".repeat(30)],
])(
  "no chunk of kept cells of %s is larger than a proxy lets through, and none is lost",
  async (_, cell) => {
    const contacts = Array.from({ length: 12_000 }, (_, index) => ({
      line: 1_000_000_000 + index,
      e164: "+123456789012345",
      country: "US",
      type: "mobile" as const,
      kept: [cell, cell],
    }));
    const invalid = Array.from({ length: 12_000 }, (_, index) => ({
      line: 1_000_000_000 + index,
      cell,
      reason: "scientific_notation" as const,
      readAs: null,
    }));
    const chunks = [...chunkRows(sourceOf({ contacts, invalid }))];
    const sizes: number[] = [];
    const send = chunkSender("https://reach.example.com", "run", async (_, request) => {
      sizes.push(Buffer.byteLength(String(request?.body)));
      return new Response();
    });
    for (const chunk of chunks) await send(chunk, new AbortController().signal);
    expect(Math.max(...sizes)).toBeLessThan(ONE_MIB);
    const lines = chunks.flatMap(({ kind, rows }) => rows.map(({ line }) => `${kind} ${line}`));
    expect(lines).toEqual([
      ...contacts.map(({ line }) => `contacts ${line}`),
      ...invalid.map(({ line }) => `invalid ${line}`),
    ]);
  },
);
