import type { IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { serve, type TestServer } from "@/lib/kaleyra/testing/serve";
import { retryRun } from "@/lib/runs/retry-run";
import { usNumbers } from "@/test/runs";
import { lookUp, withSteps, workRun } from "@/test/steps";

// Refusals that the sandbox, which keeps to the documents, never gives.
const at = withSteps();
let server: TestServer;
let answer: (call: string, numbers: string[]) => { status: number; body: unknown };
let calls: string[];

const refusal = (code: string, errorCode: string, message: string) => ({
  code,
  data: [],
  error: { error_code: errorCode, error_message: message },
});
const device = (deviceAddress: string) => ({ deviceAddress, rcsEnabled: true });

/** "bulk", "legacy" or "single", and the numbers that it asks. */
async function read(request: IncomingMessage): Promise<{ call: string; numbers: string[] }> {
  const last = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
  if (request.method === "GET") return { call: "single", numbers: [last] };
  const { deviceAddresses: numbers } = JSON.parse(await text(request));
  return { call: last === "bulk" ? "bulk" : "legacy", numbers };
}

beforeAll(async () => {
  server = await serve(async (request, response) => {
    const { call, numbers } = await read(request);
    calls.push(call);
    const { status, body } = answer(call, numbers);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
  });
  process.env.KALEYRA_RCS_URL = server.connection.rcsUrl;
});
beforeEach(() => {
  calls = [];
});
afterAll(() => server.close());

const served = (call: string, numbers: string[]) => {
  const devices = numbers.map(device);
  const bodies = { bulk: { data: { devices } }, legacy: { devices }, single: { data: devices[0] } };
  return { status: 200, body: bodies[call as keyof typeof bodies] };
};

it("a pod that takes the bulk path for a number, which can't be posted, gets the older path", async () => {
  const refused = { status: 405, body: refusal("RCS405", "METHOD_NOT_ALLOWED", "Not allowed") };
  answer = (call, numbers) => (call === "bulk" ? refused : served(call, numbers));
  const run = await lookUp(at, usNumbers(1_200));
  expect(run).toMatchObject({ status: "done", outcomes: { rcs: 1_200 } });
  expect(calls).toEqual(["bulk", "legacy", "legacy", "legacy"]);
});

it("a bulk call that is refused for one of its numbers rejects that one alone", async () => {
  const numbers = usNumbers(120);
  const refused = {
    status: 400,
    body: refusal("RCS704", "INVALID_FIELD_FORMAT", "Please enter a valid mobile number"),
  };
  answer = (call, asked) => (asked.includes(numbers[7] ?? "") ? refused : served(call, asked));
  const run = await lookUp(at, numbers);
  expect(run).toMatchObject({ status: "done", outcomes: { rcs: 119, rejected: 1 } });
  expect(run.ledger).toMatchObject({ calls: 121, billed: 119, ambiguous: 0, excess: 0 });
});

it("a bulk call of which Kaleyra calls each number invalid is not asked again singly", async () => {
  const words = "All provided device addresses are invalid or empty.";
  answer = () => ({ status: 400, body: refusal("RCS702", "INVALID_FIELD_FORMAT", words) });
  const run = await lookUp(at, usNumbers(120));
  expect(run).toMatchObject({ outcomes: { rejected: 120 }, ledger: { calls: 1 } });
});

it("a run whose bulk calls are all refused is paused before all of them are", async () => {
  answer = () => ({ status: 400, body: refusal("RCS700", "SOMETHING_NEW", "No") });
  const run = await lookUp(at, usNumbers(2_500));
  expect(run).toMatchObject({
    status: "paused",
    reason: { kind: "refused_request" },
    outcomes: { failed: 1_000, pending: 1_500 },
    ledger: { calls: 3, billed: 0, ambiguous: 0 },
  });
});

it("an account without balance pauses its run at once", async () => {
  answer = () => ({ status: 402, body: refusal("RCS402", "PAYMENT_REQUIRED", "Balance") });
  const run = await lookUp(at, usNumbers(2_500));
  expect(run).toMatchObject({
    status: "paused",
    reason: { kind: "unpaid" },
    outcomes: { pending: 2_500 },
    ledger: { calls: 1, billed: 0, ambiguous: 0 },
  });
});

it("an error that nobody explains is possibly billed, and left to a person to ask again", async () => {
  answer = () => ({ status: 200, body: refusal("RCS700", "SOMETHING_NEW", "No") });
  const run = await lookUp(at, usNumbers(500));
  expect(run).toMatchObject({ outcomes: { failed: 500 }, ledger: { calls: 1, ambiguous: 500 } });
  answer = served;
  await retryRun(at.user, run.id);
  expect(await workRun(at, run.id)).toMatchObject({ outcomes: { rcs: 500 } });
});
