import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAccount } from "@/lib/accounts/check-account";
import { pool } from "@/lib/db/pool";
import { lookupDetails } from "@/lib/details/lookup-details";
import { serve, type TestServer } from "@/lib/kaleyra/testing/serve";
import { lookupNumber } from "@/lib/lookups/lookup-number";
import { lookUp, withSteps } from "@/test/steps";
import { exportCalls } from "./export-calls";
import { listCalls } from "./list-calls";

const at = withSteps();
const number = "+14155552671";
const words = "The account HX1 may not look up +1415•••••71 yet.";

/** A Kaleyra that refuses what it is asked, and says why. */
let refusing: TestServer;
beforeAll(async () => {
  refusing = await serve((_request, response) => {
    response.writeHead(400, { "content-type": "application/json" });
    const error_message = `The account HX1 may not look up ${number} yet.`;
    response.end(JSON.stringify({ error: { error_code: "NOT_SUPPORTED", error_message } }));
  });
  process.env.KALEYRA_RCS_URL = refusing.connection.rcsUrl;
  process.env.KALEYRA_API_URL = refusing.connection.apiUrl;
});
afterAll(() => refusing.close());

describe("Kaleyra's own words", () => {
  it("stand beside the call in a run's ledger and its export, with no number in them", async () => {
    const run = await lookUp(at, [number]);
    expect(run.mainFailure?.detail).toMatch(/its words stand beside the call/);
    const { items } = await listCalls(at.user, run.id, { limit: 10 });
    expect(items).toMatchObject([{ result: "refused_request", message: words }]);
    const { body } = await exportCalls(at.user, run.id, { format: "csv" });
    const csv = await new Response(body).text();
    expect(csv).toContain(words);
    expect(csv).not.toContain(number.slice(1));
    const { rows } = await pool().query<{ call: string }>(
      "SELECT to_jsonb(c)::text AS call FROM lookup_calls c WHERE run_id = $1",
      [run.id],
    );
    expect(rows.map(({ call }) => call).join()).not.toContain(number.slice(1));
  });

  it.each([
    ["a quick check", async () => lookupNumber(at.user, { accountId: at.accountId, number })],
    [
      "a quick check of number details",
      async () => lookupDetails(at.user, { accountId: at.accountId, number }),
    ],
    [
      "the check of a connection",
      async () => ({ failure: await checkAccount(at.user, at.accountId, { number }) }),
    ],
  ])("are told to who makes %s", async (_what, check) => {
    const { failure } = await check();
    expect(failure).toMatchObject({
      kind: "refused_request",
      detail: expect.stringContaining(`Kaleyra's own words: “${words}”`),
    });
  });
});
