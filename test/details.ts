import { expect } from "vitest";
import type { DetailPassView } from "@/lib/api/details";
import type { RunStatusName } from "@/lib/api/runs";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { getLatestPass } from "@/lib/details/get-details";
import { startRun } from "@/lib/runs/start-run";
import { answerFor } from "@/sandbox/answers";
import { makeLookupId } from "@/sandbox/lookup-id";
import { draftRun, storeAnswers } from "./runs";

/** A run that has every answer, without a call: its contacts know what the sandbox would say. */
export async function checkedRun(
  user: SessionUser,
  accountId: string,
  numbers: string[],
): Promise<string> {
  const { id } = await draftRun(user, accountId, numbers);
  await startRun(user, id);
  await pool().query(`UPDATE runs SET status = 'done', finished_at = now() WHERE id = $1`, [id]);
  await storeAnswers(
    id,
    numbers.map((number, index) => {
      const { rcs, carrier, carrierStatus } = answerFor(number);
      const outcome = rcs ? ("rcs" as const) : ("not_rcs" as const);
      return { line: index + 2, outcome, carrier, carrierStatus, failure: null };
    }),
  );
  return id;
}

/** Waits until a run's pass over number details is in a state. */
export async function passInState(
  user: SessionUser,
  runId: string,
  status: RunStatusName,
): Promise<DetailPassView> {
  let pass = await getLatestPass(user, runId);
  await expect
    .poll(
      async () => {
        pass = await getLatestPass(user, runId);
        return pass.status;
      },
      { timeout: 45_000, interval: 200 },
    )
    .toBe(status);
  return pass;
}

/** What a sandbox says of a number's details; its lookup ids hold their own data. */
export async function sandboxDetails(
  url: string,
  number: string,
): Promise<Record<string, unknown>> {
  const id = makeLookupId({ number, requestedAt: 0 }, 0);
  const response = await fetch(`${url}/api/v1/SID/lookup/get-info/${id}`, {
    headers: { "api-key": "sandbox-key" },
  });
  const { data } = (await response.json()) as { data: Record<string, unknown>[] };
  return data[0] ?? {};
}
