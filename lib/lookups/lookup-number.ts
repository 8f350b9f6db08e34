import type { z } from "zod";
import { connectionOf } from "@/lib/accounts/connection";
import { findAccount } from "@/lib/accounts/find-account";
import type { LookupAnswer, lookupNumber as operation } from "@/lib/api/lookup";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { failurePolicy } from "@/lib/kaleyra/failures";
import { explainCall } from "@/lib/runs/status-reason";
import { failedOutcome, outcomeOf } from "./outcomes";
import { readNumber } from "./read-number";
import { singleLookup } from "./single-lookup";

type Query = z.output<(typeof operation)["body"]>;

/**
 * Looks up one number now. What can't be a number is refused before anything is spent.
 *
 * @throws AppError `number_invalid`, `unavailable` when the account's budget is used up for long
 */
export async function lookupNumber(user: SessionUser, query: Query): Promise<LookupAnswer> {
  const { account } = await findAccount(user, query.accountId, "analyst");
  const { e164, country, type } = readNumber(query.number, query.country);
  const answer = await singleLookup(account, connectionOf(account), e164);
  await recordEvent(user, {
    action: "number_checked",
    accountId: account.id,
    facts: { what: "rcs" },
  });
  const checkedAt = new Date().toISOString();
  const contact = { line: 0, country };
  const known = { number: e164, country, numberType: type, checkedAt };
  if (answer.ok) {
    const { outcome, carrier, carrierStatus } = outcomeOf(contact, answer.verdict);
    return { ...known, outcome, carrier, carrierStatus, failure: null, billing: "billed" };
  }
  const { kind } = answer.failure;
  return {
    ...known,
    outcome: failedOutcome(contact, kind).outcome,
    carrier: null,
    carrierStatus: null,
    failure: explainCall(answer.failure),
    billing: failurePolicy(kind).billing,
  };
}
