import { z } from "zod";
import { count, currency, idParams, moment, reason } from "./common";
import { detailState } from "./number-details";
import { operation } from "./operation";
import { contactFilter } from "./results";
import { runStatus, waiting } from "./runs";
import { CONTACT_SEGMENTS } from "./values";

const money = z.number().min(0);

/** The segments that hold contacts. */
export const contactSegment = z.enum(CONTACT_SEGMENTS);
export type ContactSegment = z.output<typeof contactSegment>;

const selection = contactFilter.extend({ segment: contactSegment.default("rcs") });
export type DetailSelection = z.output<typeof selection>;

const spent = z.object({
  requests: count.describe("Calls that asked for lookups"),
  polls: count.describe("Calls that fetched details by lookup id; they are free"),
  billed: count.describe("Number lookups that Kaleyra made, and so may charge for"),
  ambiguous: count.describe("Numbers in requests that broke off: they may have been billed"),
  cost: money.describe("Of both, at the price of each pass's start"),
});

export const detailPass = z.object({
  id: z.uuid(),
  status: runStatus,
  reason: reason.nullable().describe("Why the pass is paused or failed, and what to do"),
  waiting,
  asked: count.describe("Numbers that the pass asks for, each of which may be billed"),
  askedBefore: count.describe("Numbers asked for earlier, whose details are only fetched: free"),
  pricePerDetail: money.describe("At the start of the pass"),
  currency,
  estimated: money,
  states: z.record(detailState, count).describe("The numbers of the pass by state"),
  progress: z.object({ done: count, total: count }),
  ledger: spent,
  createdAt: moment,
  finishedAt: moment.nullable(),
});
export type DetailPassView = z.output<typeof detailPass>;

export const detailsView = z.object({
  selection: z
    .object({
      contacts: count,
      known: count.describe("Their details are stored already"),
      underWay: count.describe("A pass is asking for them"),
      toFetch: count.describe("Asked for earlier without an answer: only fetched again, free"),
      toAsk: count.describe("To be asked for; each may be billed"),
    })
    .describe("contacts = known + underWay + toFetch + toAsk"),
  cost: z.object({
    pricePerDetail: money.describe("The account's price today"),
    currency,
    estimated: money.describe("Of `toAsk`"),
  }),
  calls: count.describe("Calls that a pass makes at least: one for each 100 asked, one for each"),
  pass: detailPass.nullable().describe("The latest pass"),
  total: spent.describe("Of all passes of the run"),
});
export type DetailsView = z.output<typeof detailsView>;

export const detailProgress = z.object({
  pass: detailPass.nullable().describe("The latest pass"),
  total: spent.describe("Of all passes of the run"),
});
export type DetailProgress = z.output<typeof detailProgress>;

export const operatorBreakdown = z.object({
  numbers: count.describe("Those whose details are known"),
  ported: count,
  roaming: count,
  operators: z
    .array(
      z.object({
        operator: z.string().nullable().describe("The current one; null: not provided"),
        numbers: count,
        ported: count,
      }),
    )
    .describe("From the largest down; their numbers add up to `numbers`"),
});
export type OperatorBreakdown = z.output<typeof operatorBreakdown>;

const result = { tag: "Results", isForTokens: true } as const;

export const getDetails = operation({
  ...result,
  id: "getDetails",
  summary: "What looking up number details of a segment would ask and cost; the latest pass",
  params: idParams,
  query: selection,
  answer: detailsView,
});

export const getDetailProgress = operation({
  ...result,
  id: "getDetailProgress",
  summary: "How far the latest pass over number details is, and what all of them cost",
  params: idParams,
  answer: detailProgress,
});

export const getOperators = operation({
  ...result,
  id: "getOperators",
  summary: "The known number details of a run by current operator",
  params: idParams,
  answer: operatorBreakdown,
});

export const startDetails = operation({
  ...result,
  id: "startDetails",
  summary: "Look up number details of a segment, of those that have none; each may be billed",
  params: idParams,
  body: z.object({
    segment: contactSegment,
    filter: contactFilter.default({}),
    atMost: count
      .optional()
      .describe(
        "Start only if no more numbers than this are to be asked: the count that was shown",
      ),
  }),
  answer: detailPass,
});
export type DetailStart = z.output<(typeof startDetails)["body"]>;

function step(id: "pauseDetails" | "resumeDetails" | "cancelDetails", summary: string) {
  return operation({
    ...result,
    id,
    summary,
    params: idParams,
    answer: detailPass,
  });
}
export const pauseDetails = step("pauseDetails", "Ask for no more number details for now");
export const resumeDetails = step("resumeDetails", "Go on with a paused pass where it stood");
export const cancelDetails = step("cancelDetails", "End a pass; what is known stays");
