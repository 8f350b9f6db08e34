import { z } from "zod";
import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { cell, count, idParams, lineNumber } from "./common";
import { operation } from "./operation";
import { rowCounts } from "./runs";
import { MAX_CELL_LENGTH, MAX_CHUNK_ROWS, MAX_KEPT_COLUMNS, MAX_RUN_ROWS } from "./values";

const index = count
  .max(MAX_RUN_ROWS)
  .describe("Of this chunk; sending the same one twice changes nothing");

export const contactChunk = z.object({
  index,
  contacts: z
    .array(
      z.object({
        line: lineNumber,
        number: z.string().max(40).describe("E.164"),
        kept: z.array(z.string().max(MAX_CELL_LENGTH)).max(MAX_KEPT_COLUMNS).default([]),
      }),
    )
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type ContactChunk = z.output<typeof contactChunk>;

export const invalidChunk = z.object({
  index,
  rows: z
    .array(z.object({ line: lineNumber, cell, reason: z.enum(INVALID_REASONS) }))
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type InvalidChunk = z.output<typeof invalidChunk>;

export const duplicateChunk = z.object({
  index,
  rows: z
    .array(z.object({ line: lineNumber, cell, number: z.string().max(40), keptLine: lineNumber }))
    .min(1)
    .max(MAX_CHUNK_ROWS),
});
export type DuplicateChunk = z.output<typeof duplicateChunk>;

const run = { tag: "Runs", isForTokens: true } as const;
const arrived = z.object({
  repeated: z.boolean().describe("This chunk had arrived before; nothing changed"),
  counts: rowCounts,
});

export const appendContacts = operation({
  ...run,
  id: "appendContacts",
  summary: "Add a chunk of contacts; each number is validated again and deduplicated",
  params: idParams,
  body: contactChunk,
  answer: arrived,
});

export const appendInvalid = operation({
  ...run,
  id: "appendInvalid",
  summary: "Add a chunk of rows that could not be read as a number",
  params: idParams,
  body: invalidChunk,
  answer: arrived,
});

export const appendDuplicates = operation({
  ...run,
  id: "appendDuplicates",
  summary: "Add a chunk of rows whose number stands on another line",
  params: idParams,
  body: duplicateChunk,
  answer: arrived,
});
