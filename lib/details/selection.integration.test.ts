import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import type { SessionUser } from "@/lib/auth/session";
import { pool } from "@/lib/db/pool";
import { cancelRun } from "@/lib/runs/cancel-run";
import { deleteRun } from "@/lib/runs/delete-run";
import { exportSegment } from "@/lib/segments/export-segment";
import { listContacts } from "@/lib/segments/list-contacts";
import { answerFor } from "@/sandbox/answers";
import { checkedRun } from "@/test/details";
import { makeAccount, makeMember, makeUser } from "@/test/people";
import { draftRun, usNumbers } from "@/test/runs";
import { cancelDetails } from "./cancel-details";
import { getDetails } from "./get-details";
import { pauseDetails } from "./pause-details";
import { resumeDetails } from "./resume-details";
import { startDetails } from "./start-details";

// Nothing is called here: passes are started, and no worker takes them up.
const numbers = usNumbers(300);
let user: SessionUser;
let accountId: string;

const all = { segment: "all", filter: {} } as const;
const countOf = (fits: (answer: ReturnType<typeof answerFor>) => boolean) =>
  numbers.filter((number) => fits(answerFor(number))).length;

beforeAll(async () => {
  user = await makeUser();
  accountId = await makeAccount(user);
});

describe("what a pass is meant for", () => {
  it.each([
    ["rcs", {}, countOf(({ rcs }) => rcs)],
    ["not_rcs", {}, countOf(({ rcs }) => !rcs)],
    ["retry", {}, 0],
    ["all", { carrier: "Verizon" }, countOf(({ carrier }) => carrier === "Verizon")],
    [
      "rcs",
      { carrierStatus: "ACTIVE" },
      countOf((one) => one.rcs && one.carrierStatus === "ACTIVE"),
    ],
    ["all", { country: "GB" }, 0],
    ["all", { q: numbers[7]?.slice(2) }, 1],
  ] as const)("%s with %j has its own count, price and pass", async (segment, filter, count) => {
    const runId = await checkedRun(user, accountId, numbers);
    const view = await getDetails(user, runId, { segment, ...filter });
    expect(view.selection).toEqual({
      contacts: count,
      known: 0,
      underWay: 0,
      toFetch: 0,
      toAsk: count,
    });
    expect(view.cost.estimated).toBeCloseTo(count * 0.004, 6);
    expect(view.calls).toBe(Math.ceil(count / 100) + count);
    if (count === 0) {
      await expect(startDetails(user, runId, { segment, filter })).rejects.toMatchObject({
        code: "nothing_to_look_up",
      });
      return;
    }
    const pass = await startDetails(user, runId, { segment, filter });
    expect(pass).toMatchObject({ status: "queued", asked: count, states: { wanted: count } });
    expect(pass.estimated).toBeCloseTo(count * 0.004, 6);
    const { selection } = await getDetails(user, runId, { segment, ...filter });
    expect(selection).toMatchObject({ underWay: count, toAsk: 0 });
    await cancelDetails(user, runId);
  });

  it("is not what it was when more would be asked than the price was shown for", async () => {
    const runId = await checkedRun(user, accountId, numbers);
    await expect(startDetails(user, runId, { ...all, atMost: 299 })).rejects.toMatchObject({
      code: "run_state",
      message: expect.stringContaining("300 numbers"),
    });
    expect((await getDetails(user, runId, { segment: "all" })).pass).toBeNull();
    expect(await startDetails(user, runId, { ...all, atMost: 300 })).toMatchObject({ asked: 300 });
  });

  it("can't be added to while a pass goes; the same again changes nothing", async () => {
    const runId = await checkedRun(user, accountId, numbers);
    const rcs = { segment: "rcs", filter: {} } as const;
    const pass = await startDetails(user, runId, rcs);
    expect((await startDetails(user, runId, rcs)).id).toBe(pass.id);
    await expect(startDetails(user, runId, all)).rejects.toMatchObject({ code: "run_state" });
    await expect(deleteRun(user, runId)).rejects.toMatchObject({ code: "run_state" });
    await cancelDetails(user, runId);
    await deleteRun(user, runId);
  });

  it("keeps the price of its start", async () => {
    const runId = await checkedRun(user, accountId, usNumbers(10));
    await startDetails(user, runId, all);
    await pool().query("UPDATE accounts SET price_per_detail = 1 WHERE id = $1", [accountId]);
    const { pass, cost } = await getDetails(user, runId, { segment: "all" });
    expect(pass).toMatchObject({ pricePerDetail: 0.004, estimated: 0.04 });
    expect(cost.pricePerDetail).toBe(1);
    await pool().query("UPDATE accounts SET price_per_detail = 0.004 WHERE id = $1", [accountId]);
    await cancelDetails(user, runId);
  });

  it("is nothing for a draft, but something for a run that was cancelled", async () => {
    const { id } = await draftRun(user, accountId, usNumbers(5));
    await expect(startDetails(user, id, all)).rejects.toMatchObject({ code: "run_state" });
    for (const verb of [pauseDetails, resumeDetails, cancelDetails]) {
      await expect(verb(user, id)).rejects.toMatchObject({ code: "run_state" });
    }
    const runId = await checkedRun(user, accountId, usNumbers(5));
    await pool().query("UPDATE runs SET status = 'paused' WHERE id = $1", [runId]);
    await cancelRun(user, runId);
    expect((await startDetails(user, runId, all)).asked).toBe(5);
    await cancelDetails(user, runId);
  });
});

it("is an analyst's to start and a viewer's to watch, and unknown to strangers", async () => {
  const runId = await checkedRun(user, accountId, usNumbers(5));
  const viewer = await makeMember(accountId, "viewer");
  const stranger = await makeUser();
  const start = (who: SessionUser) => startDetails(who, runId, all);
  for (const verb of [start, ...[pauseDetails, resumeDetails, cancelDetails].map(onRun)]) {
    await expect(verb(viewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(verb(stranger)).rejects.toMatchObject({ code: "not_found" });
  }
  const query = { segment: "all" } as const;
  expect((await getDetails(viewer, runId, query)).selection.contacts).toBe(5);
  await expect(getDetails(viewer, runId, { ...query, q: "415" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(getDetails(stranger, runId, query)).rejects.toMatchObject({ code: "not_found" });

  function onRun(verb: typeof pauseDetails) {
    return (who: SessionUser) => verb(who, runId);
  }
});

describe("details that are known", () => {
  async function exported(runId: string) {
    const { body } = await exportSegment(user, runId, { segment: "all", format: "csv" });
    const text = await new Response(body).text();
    return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  }

  it("stand in the export beside each contact, once there are any", async () => {
    const runId = await checkedRun(user, accountId, usNumbers(3));
    expect((await exported(runId)).meta.fields).not.toContain("current_operator");
    await startDetails(user, runId, all);
    await cancelDetails(user, runId);
    await pool().query(
      `UPDATE number_details SET state = 'ready', current_operator = 'Vi', current_mcc = '404',
         ported = true, roaming = false, calling_code = 91, country = 'IN', fetched_at = now(),
         other = '{"hlr": {"status": 0}}'
       WHERE run_id = $1 AND line = 2`,
      [runId],
    );
    await pool().query(
      "UPDATE number_details SET state = 'no_answer' WHERE run_id = $1 AND line = 3",
      [runId],
    );
    await pool().query("DELETE FROM number_details WHERE run_id = $1 AND line = 4", [runId]);
    const { data, meta } = await exported(runId);
    expect(meta.fields?.slice(-12)).toEqual([
      "number_details",
      "current_operator",
      "original_operator",
      "current_mcc",
      "current_mnc",
      "original_mcc",
      "original_mnc",
      "ported",
      "roaming",
      "lookup_country",
      "calling_code",
      "other_details",
    ]);
    expect(data[0]).toMatchObject({
      number_details: "ready",
      current_operator: "Vi",
      original_operator: "not_provided",
      current_mcc: "404",
      ported: "true",
      roaming: "false",
      lookup_country: "IN",
      calling_code: "91",
      other_details: '{"hlr": {"status": 0}}',
      country: "US",
    });
    expect(data[1]).toMatchObject({
      number_details: "no_answer",
      current_operator: "",
      ported: "",
    });
    expect(data[2]).toMatchObject({ number_details: "", current_operator: "" });
    const { items } = await listContacts(user, runId, { limit: 10 });
    expect(items.map((contact) => contact.details?.state ?? null)).toEqual([
      "ready",
      "no_answer",
      null,
    ]);
    expect(items[0]?.details).toMatchObject({ other: { hlr: { status: 0 } }, currentMnc: null });
  });

  it("go with the contact they belong to", async () => {
    const runId = await checkedRun(user, accountId, usNumbers(3));
    await startDetails(user, runId, all);
    await cancelDetails(user, runId);
    await pool().query("DELETE FROM contacts WHERE run_id = $1 AND line = 2", [runId]);
    const { rows } = await pool().query("SELECT line FROM number_details WHERE run_id = $1", [
      runId,
    ]);
    expect(rows).toHaveLength(2);
  });
});
