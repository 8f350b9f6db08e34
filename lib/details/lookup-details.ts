import type { z } from "zod";
import { connectionOf } from "@/lib/accounts/connection";
import { findAccount } from "@/lib/accounts/find-account";
import type { DetailsAnswer, lookupDetails as operation } from "@/lib/api/lookup";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import type { Connection } from "@/lib/kaleyra/connection";
import { type Failure, failurePolicy } from "@/lib/kaleyra/failures";
import { requestNumberLookups } from "@/lib/kaleyra/request-number-lookups";
import { callNow } from "@/lib/lookups/call-now";
import { readNumber } from "@/lib/lookups/read-number";
import { explainCall } from "@/lib/runs/status-reason";
import { LOST_LOOKUP } from "./lost-lookup";
import { pollNow } from "./poll-now";

type Query = z.output<(typeof operation)["body"]>;
/** How long a person waits at a form for details that are not ready, in milliseconds. */
const PATIENCE_MS = 10_000;

type Account = { id: string; callsPerSecond: number };

/**
 * Looks up the details of one number now, and waits for them for some seconds. With the `lookupId`
 * of an answer that was not ready, they are only fetched, which is free.
 *
 * @throws AppError `number_invalid`, `unavailable` when the account's budget is used up for long
 */
export async function lookupDetails(
  user: SessionUser,
  query: Query,
  { patienceMs = PATIENCE_MS }: { patienceMs?: number } = {},
): Promise<DetailsAnswer> {
  const { account } = await findAccount(user, query.accountId, "analyst");
  const { e164 } = readNumber(query.number, query.country);
  const connection = connectionOf(account);
  const request = query.lookupId
    ? ({ state: "asked", lookupId: query.lookupId, billing: "free" } as const)
    : await requestOne(account, connection, e164);
  if (!query.lookupId) {
    const facts = { what: "details" };
    await recordEvent(user, { action: "number_checked", accountId: account.id, facts });
  }
  const isAsked = request.state === "asked";
  const fetched = isAsked
    ? await pollNow(account, connection, { lookupId: request.lookupId, e164, patienceMs })
    : request;
  return {
    number: e164,
    state: fetched.state,
    details: "details" in fetched ? fetched.details : null,
    lookupId: "lookupId" in fetched ? fetched.lookupId : null,
    failure: "failure" in fetched && fetched.failure ? wordsOf(fetched.failure, isAsked) : null,
    billing: request.billing,
    checkedAt: new Date().toISOString(),
  };
}

/** Once it was asked for, "not found" is said of the lookup, not of the account's address. */
const wordsOf = (failure: Failure, isAsked: boolean) =>
  isAsked && failure.kind === "not_found" ? LOST_LOOKUP : explainCall(failure);

type Requested = { billing: DetailsAnswer["billing"] } & (
  | { state: "asked"; lookupId: string }
  | { state: "no_answer" }
  | { state: "failed"; failure: Failure }
);

async function requestOne(
  account: Account,
  connection: Connection,
  e164: string,
): Promise<Requested> {
  const answer = await callNow(account, {
    operation: "number_lookup",
    make: () => requestNumberLookups(connection, [e164]),
    billed: ({ invalid }) => 1 - invalid,
  });
  if (!answer.ok) {
    const { failure } = answer;
    return { state: "failed", failure, billing: failurePolicy(failure.kind).billing };
  }
  const [accepted] = answer.accepted;
  if (accepted) return { state: "asked", lookupId: accepted.lookupId, billing: "billed" };
  if (answer.invalid === 0) return { state: "no_answer", billing: "billed" };
  return { state: "failed", failure: { kind: "invalid_number" }, billing: "free" };
}
