import { afterEach, expect, it, vi } from "vitest";
import { callApi } from "./client";

afterEach(() => vi.unstubAllGlobals());

const answerWith = (response: Response) => vi.stubGlobal("fetch", async () => response);

it("an answer that breaks off in its middle is a server that could not be reached", async () => {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"items":['));
      controller.error(new TypeError("terminated"));
    },
  });
  answerWith(new Response(body));
  await expect(callApi("listAccounts", {})).rejects.toMatchObject({
    name: "ApiError",
    problem: { status: 0, code: "unreachable" },
  });
});

it("an answer without a body is none", async () => {
  answerWith(new Response(null, { status: 204 }));
  const params = { id: "01a20198-0406-718c-a131-dbdd5665d700" };
  await expect(callApi("deleteRun", { params })).resolves.toBeUndefined();
});

it("a refusal comes with the server's own sentence", async () => {
  const problem = { status: 404, code: "not_found", title: "Not found", detail: "No such run." };
  answerWith(Response.json(problem, { status: 404 }));
  await expect(callApi("listAccounts", {})).rejects.toMatchObject({ problem });
});
