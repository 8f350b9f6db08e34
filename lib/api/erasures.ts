import { z } from "zod";
import { count, country, idParams, moment, page, pageQuery } from "./common";
import { operation } from "./operation";

export const wantedNumber = z.object({
  number: z.string().trim().min(1, "Type the number.").max(60),
  country: country.optional().describe("Under which a number without a calling code is read"),
});

const counts = {
  contacts: count.describe("Contacts with their outcomes"),
  duplicates: count.describe("Rows that repeated the number"),
  invalid: count.describe("Invalid rows in whose cell it stood"),
  details: count.describe("Number details of the contacts"),
  keptCells: count.describe("Cells of kept columns in which it stood, beside other numbers"),
};
const erasedCounts = z.object(counts);
export type ErasedCounts = z.output<typeof erasedCounts>;

export const erasureView = z.object({
  id: z.uuid(),
  accountId: z.uuid(),
  accountName: z.string(),
  erasedBy: z.string().nullable().describe("Null when that user is gone"),
  at: moment,
  runs: count.describe("Runs that held the number"),
  ...counts,
});
export type ErasureView = z.output<typeof erasureView>;

const erasure = { tag: "Personal data" } as const;

export const findNumber = operation({
  ...erasure,
  id: "findNumber",
  summary: "How much is stored of one number, in all accounts that you own",
  body: wantedNumber,
  answer: z.object({ accounts: count, runs: count, ...counts }),
});
export type NumberFound = z.output<(typeof findNumber)["answer"]>;

export const eraseNumber = operation({
  ...erasure,
  id: "eraseNumber",
  summary:
    "Delete all that is stored of one number, in all accounts that you own; a receipt for each in which it was",
  body: wantedNumber,
  answer: z.object({ items: z.array(erasureView) }),
});

export const listErasures = operation({
  ...erasure,
  id: "listErasures",
  summary: "Receipts of erased numbers, newest first; they do not hold the numbers",
  query: z.object(pageQuery),
  answer: page(erasureView),
});

export const getErasure = operation({
  ...erasure,
  id: "getErasure",
  summary: "One receipt",
  params: idParams,
  answer: erasureView,
});
