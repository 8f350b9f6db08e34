import { z } from "zod";
import { count, country, currency, idParams, moment, role } from "./common";
import { operation } from "./operation";
import { MAX_CALLS_AT_ONCE } from "./values";

/** For how long an account keeps the contacts and rows of a run that has ended, in days. */
const retentionDays = z.coerce.number().int().min(1).max(3650);

const settings = z.object({
  name: z.string().trim().min(1, "Give the account a name.").max(80),
  rcsHost: z
    .string()
    .trim()
    .min(1, "Choose a region or type the host.")
    .describe("Host of the RCS lookups, such as rcs-api.na.kaleyra.io"),
  apiHost: z.string().trim().min(1).describe("Host of the number lookup, such as api.kaleyra.io"),
  pricePerLookup: z.coerce.number().min(0).max(1000).describe("In the account's currency"),
  pricePerDetail: z.coerce
    .number()
    .min(0)
    .max(1000)
    .describe("Of one number lookup, in the account's currency"),
  currency,
  callsPerSecond: z.coerce.number().int().min(1).max(1000),
  callsAtOnce: z.coerce.number().int().min(1).max(MAX_CALLS_AT_ONCE),
  oneCountryPerBatch: z
    .boolean()
    .describe("Bulk calls hold numbers of one country each; a country under 100 goes out singly"),
  retentionDays: retentionDays.describe(
    "Days after which the contacts and rows of a run that has ended are deleted; counts stay",
  ),
});

const apiKey = z.string().trim().min(8, "Paste the whole API key.").max(200);

export const newAccount = settings.extend({
  retentionDays: settings.shape.retentionDays.optional(),
  oneCountryPerBatch: settings.shape.oneCountryPerBatch.optional(),
  pricePerDetail: settings.shape.pricePerDetail.optional(),
  sid: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{4,64}$/, "Paste the account SID: letters and digits only."),
  apiKey,
});
export type NewAccount = z.output<typeof newAccount>;

export const accountChange = settings.extend({ apiKey }).partial();
export type AccountChange = z.output<typeof accountChange>;

/** An account as its users see it. The API key never leaves the server. */
export const accountView = settings.extend({
  id: z.uuid(),
  sid: z.string(),
  isSandbox: z.boolean(),
  role,
  createdAt: moment,
});
export type AccountView = z.output<typeof accountView>;

export const connectionCheck = z.object({
  ok: z.boolean(),
  title: z.string(),
  detail: z.string().describe("What was found, or what is wrong and what to do"),
  kind: z.string().nullable().describe("The failure kind"),
});
export type ConnectionCheck = z.output<typeof connectionCheck>;

export const listAccounts = operation({
  id: "listAccounts",
  summary: "The Kaleyra accounts that you belong to",
  tag: "Accounts",
  isForTokens: true,
  answer: z.object({ items: z.array(accountView) }),
});

export const createAccount = operation({
  id: "createAccount",
  summary: "Connect a Kaleyra account",
  tag: "Accounts",
  body: newAccount,
  answer: accountView,
  status: 201,
});

export const getAccount = operation({
  id: "getAccount",
  summary: "One account",
  tag: "Accounts",
  isForTokens: true,
  params: idParams,
  answer: accountView,
});

export const updateAccount = operation({
  id: "updateAccount",
  summary: "Change an account's settings or its API key",
  tag: "Accounts",
  params: idParams,
  body: accountChange,
  answer: accountView,
});

export const runsDue = z.object({
  runs: count.describe("Runs whose contacts are older than that, and would be deleted next"),
  contacts: count,
});
export type RunsDue = z.output<typeof runsDue>;

export const countDue = operation({
  id: "countDue",
  summary: "What would be deleted next if contacts were kept for so many days",
  tag: "Personal data",
  params: idParams,
  query: z.object({ days: retentionDays }),
  answer: runsDue,
});

export const deleteAccount = operation({
  id: "deleteAccount",
  summary: "Remove an account with all of its runs",
  tag: "Accounts",
  params: idParams,
  status: 204,
});

export const checkAccount = operation({
  id: "checkAccount",
  summary: "Look up one number, which may be billed, to see whether the connection works",
  tag: "Accounts",
  isForTokens: true,
  params: idParams,
  body: z.object({ number: z.string().min(1).max(40), country: country.optional() }),
  answer: connectionCheck,
});
