import type { z } from "zod";
import type { ConnectionCheck, checkAccount as operation } from "@/lib/api/accounts";
import { recordEvent } from "@/lib/audit/record-event";
import type { SessionUser } from "@/lib/auth/session";
import { readNumber } from "@/lib/lookups/read-number";
import { singleLookup } from "@/lib/lookups/single-lookup";
import { explainCall } from "@/lib/runs/status-reason";
import { connectionOf } from "./connection";
import { findAccount } from "./find-account";

type Query = z.output<(typeof operation)["body"]>;

const works = "The connection works";

/** Looks up one number, which may be billed, and says in words whether the connection works. */
export async function checkAccount(
  user: SessionUser,
  id: string,
  { number, country }: Query,
): Promise<ConnectionCheck> {
  const { account } = await findAccount(user, id, "analyst");
  const { e164 } = readNumber(number, country);
  const answer = await singleLookup(account, connectionOf(account), e164);
  const event = { accountId: id, subject: id, label: account.name };
  const facts = { what: "connection" };
  await recordEvent(user, { ...event, action: "number_checked", facts });
  if (!answer.ok) {
    const { kind, title, detail } = explainCall(answer.failure);
    // Kaleyra judged the number, so it let the key through.
    if (kind === "invalid_number") return { ok: true, title: works, detail, kind: null };
    return { ok: false, title, detail, kind };
  }
  const { outcome } = answer.verdict;
  const found =
    outcome === "rcs"
      ? "can receive RCS"
      : outcome === "not_rcs"
        ? "can't receive RCS"
        : "got no answer this time";
  return { ok: true, title: works, detail: `Kaleyra answered: ${e164} ${found}.`, kind: null };
}
