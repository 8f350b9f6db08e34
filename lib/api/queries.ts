import { infiniteQueryOptions, queryOptions, skipToken } from "@tanstack/react-query";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import type { AuditFilter } from "./audit";
import type { CallFilter } from "./calls";
import { callApi } from "./client";
import type { DetailSelection } from "./details";
import type { DetailsAnswer, LookupAnswer } from "./lookup";
import type { ContactFilter } from "./results";
import { isLive } from "./run-status";
import type { RunStatusName } from "./runs";

/** How often the page asks for a run that is under way, in milliseconds. */
const LIVE_INTERVAL = 1_000;

/**
 * Every query of the browser: its key and its fetcher exist here, once. A server page that has
 * called the verb itself puts the answer under the same key.
 */
export const accountsQuery = () =>
  queryOptions({
    queryKey: ["accounts"],
    queryFn: ({ signal }) => callApi("listAccounts", { signal }),
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ["accounts", id],
    queryFn: ({ signal }) => callApi("getAccount", { params: { id }, signal }),
  });

/** Who belongs to an account. */
export const peopleQuery = (id: string) =>
  queryOptions({
    queryKey: ["accounts", id, "people"],
    queryFn: ({ signal }) => callApi("listPeople", { params: { id }, signal }),
  });

/** What a link invites to. A POST, so that its secret stands in no address. */
export const inviteQuery = (secret: string) =>
  queryOptions({
    queryKey: ["invite", secret],
    queryFn: ({ signal }) => callApi("readInvite", { body: { secret }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Whose password a link sets. */
export const passwordResetQuery = (secret: string) =>
  queryOptions({
    queryKey: ["password-reset", secret],
    queryFn: ({ signal }) => callApi("readPasswordReset", { body: { secret }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const tokensQuery = (accountId: string) =>
  queryOptions({
    queryKey: ["accounts", accountId, "tokens"],
    queryFn: ({ signal }) => callApi("listTokens", { params: { id: accountId }, signal }),
  });

/** What would be deleted next if contacts were kept for so many days. */
export const runsDueQuery = (id: string, days: number) =>
  queryOptions({
    queryKey: ["accounts", id, "retention", days],
    queryFn: ({ signal }) => callApi("countDue", { params: { id }, query: { days }, signal }),
    staleTime: 0,
  });

/** Who did what in an account. */
export const auditQuery = (id: string, filter: AuditFilter, cursor?: string) =>
  queryOptions({
    queryKey: ["accounts", id, "audit", filter, cursor ?? null],
    queryFn: ({ signal }) =>
      callApi("listAudit", { params: { id }, query: { ...filter, cursor }, signal }),
  });

/** Receipts of erased numbers, newest first, page by page. */
export const erasuresQuery = () =>
  infiniteQueryOptions({
    queryKey: ["erasures"],
    queryFn: ({ pageParam, signal }) =>
      callApi("listErasures", { query: { cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** The newest runs, for the overview; asked again while one of them is under way. */
export const latestRunsQuery = (limit: number, accountId?: string) =>
  queryOptions({
    queryKey: ["runs", "latest", limit, accountId ?? null],
    queryFn: ({ signal }) => callApi("listRuns", { query: { limit, accountId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((run) => isLive(run.status)) ? 2 * LIVE_INTERVAL : false,
  });

/** Which runs a list shows. */
export interface RunFilter {
  accountId?: string;
  q?: string;
  status?: RunStatusName;
}

/** Runs, newest first, page by page. */
export const runsQuery = (filter: RunFilter) =>
  infiniteQueryOptions({
    queryKey: ["runs", "list", filter],
    queryFn: ({ pageParam, signal }) =>
      callApi("listRuns", { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((run) => isLive(run.status)))
        ? 2 * LIVE_INTERVAL
        : false,
  });

/** Runs of this very file that were started, to warn before it is looked up again. */
export const sameFileQuery = (accountId: string, fileHash: string) =>
  queryOptions({
    queryKey: ["runs", "same-file", accountId, fileHash],
    queryFn: ({ signal }) =>
      callApi("listRuns", { query: { accountId, fileHash, started: "true", limit: 1 }, signal }),
  });

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ["runs", id],
    queryFn: ({ signal }) => callApi("getRun", { params: { id }, signal }),
    refetchInterval: ({ state }) => (isLive(state.data?.status) ? LIVE_INTERVAL : false),
  });

/** `live`: the run is under way, so the counts are asked for again and again. */
export const breakdownQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: ["runs", id, "breakdown"],
    queryFn: ({ signal }) => callApi("getBreakdown", { params: { id }, signal }),
    refetchInterval: live ? 2 * LIVE_INTERVAL : false,
  });

export const contactsQuery = (id: string, filter: ContactFilter, cursor?: string) =>
  queryOptions({
    queryKey: ["runs", id, "contacts", filter, cursor ?? null],
    queryFn: ({ signal }) =>
      callApi("listContacts", { params: { id }, query: { ...filter, cursor }, signal }),
  });

export const invalidQuery = (id: string, reason?: InvalidReason, cursor?: string) =>
  queryOptions({
    queryKey: ["runs", id, "invalid", reason ?? null, cursor ?? null],
    queryFn: ({ signal }) =>
      callApi("listInvalid", { params: { id }, query: { reason, cursor }, signal }),
  });

export const duplicatesQuery = (id: string, cursor?: string) =>
  queryOptions({
    queryKey: ["runs", id, "duplicates", cursor ?? null],
    queryFn: ({ signal }) =>
      callApi("listDuplicates", { params: { id }, query: { cursor }, signal }),
  });

/** The ledger of a run. */
export const callsQuery = (id: string, filter: CallFilter, cursor?: string) =>
  queryOptions({
    queryKey: ["runs", id, "calls", filter, cursor ?? null],
    queryFn: ({ signal }) =>
      callApi("listCalls", { params: { id }, query: { ...filter, cursor }, signal }),
  });

/** What is asked for to tell the latest events of a run. */
export const LATEST_CALLS = { of: "rcs", limit: 100 } as const;

/** The latest calls of a run, to tell what goes on; `live`: asked for again and again. */
export const latestCallsQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: ["runs", id, "calls", "latest"],
    queryFn: ({ signal }) => callApi("listCalls", { params: { id }, query: LATEST_CALLS, signal }),
    refetchInterval: live ? 2 * LIVE_INTERVAL : false,
  });

/** An answer of the quick check, with the account that paid for it. */
export interface QuickCheck extends LookupAnswer {
  accountId: string;
}

/** The quick checks of this visit, newest first. Nobody is asked for them: a check adds its answer. */
export const lookupHistoryQuery = () =>
  queryOptions({
    queryKey: ["lookups"],
    queryFn: skipToken,
    initialData: [] as QuickCheck[],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** What looking up number details of a selection would ask and cost. */
export const detailsQuery = (id: string, selection: DetailSelection) =>
  queryOptions({
    queryKey: ["runs", id, "details", "selection", selection],
    queryFn: ({ signal }) => callApi("getDetails", { params: { id }, query: selection, signal }),
    // A price is shown and agreed to: it must be today's.
    staleTime: 0,
  });

/** The latest pass over number details; asked again while it goes, and now and then while paused. */
export const detailProgressQuery = (id: string) =>
  queryOptions({
    queryKey: ["runs", id, "details", "progress"],
    queryFn: ({ signal }) => callApi("getDetailProgress", { params: { id }, signal }),
    refetchInterval: ({ state }) => {
      const status = state.data?.pass?.status;
      if (isLive(status)) return LIVE_INTERVAL;
      return status === "paused" ? 3 * LIVE_INTERVAL : false;
    },
  });

/** `live`: more details are coming in. */
export const operatorsQuery = (id: string, live: boolean) =>
  queryOptions({
    queryKey: ["runs", id, "details", "operators"],
    queryFn: ({ signal }) => callApi("getOperators", { params: { id }, signal }),
    refetchInterval: live ? 5 * LIVE_INTERVAL : false,
  });

/** The number details of a quick check, as far as they are known. */
export interface QuickDetails {
  answer: DetailsAnswer;
  /** Of the request; to fetch again by lookup id is free. */
  billing: DetailsAnswer["billing"];
  /** How often they were fetched again since. */
  fetches: number;
}

/** Milliseconds until details that are not ready are fetched again; then a person has to ask. */
const FETCH_PAUSES = [2_000, 5_000, 10_000];

/**
 * Number details that were requested in this visit. The request may be billed, so it is never this
 * query's: it only fetches again what was requested, by lookup id, for free.
 */
export const quickDetailsQuery = (accountId: string, number: string) => {
  const queryKey = ["lookups", "details", accountId, number] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ client, signal }): Promise<QuickDetails> => {
      const known = client.getQueryData<QuickDetails>(queryKey);
      const lookupId = known?.answer.lookupId;
      if (!known || !lookupId) throw new Error("nothing was requested");
      const body = { accountId, number, lookupId };
      const answer = await callApi("lookupDetails", { body, signal });
      return { answer, billing: known.billing, fetches: known.fetches + 1 };
    },
    enabled: ({ state }) => state.data?.answer.state === "not_ready",
    refetchInterval: ({ state }) => {
      if (!state.data || state.status === "error") return false;
      return FETCH_PAUSES[state.data.fetches] ?? false;
    },
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
};
