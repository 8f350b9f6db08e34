import { describe, expect, it } from "vitest";
import type { Chunk } from "./chunk-rows";
import { chunkSender } from "./send-chunk";

const CONTACTS: Chunk = {
  kind: "contacts",
  index: 3,
  rows: [{ line: 2, e164: "+14155552671", country: "US", type: "mobile", kept: ["Ann"] }],
};
const INVALID: Chunk = {
  kind: "invalid",
  index: 0,
  rows: [{ line: 4, cell: "n/a", reason: "placeholder", readAs: "US" }],
};
const DUPLICATES: Chunk = {
  kind: "duplicates",
  index: 0,
  rows: [{ line: 5, cell: "415…", e164: "+14155552671", keptLine: 2 }],
};

async function send(chunk: Chunk, answer: () => Response | Promise<Response>) {
  const seen: { url: string; init: RequestInit | undefined }[] = [];
  const sender = chunkSender("https://reach.example", "run-1", async (url, init) => {
    seen.push({ url: String(url), init });
    return answer();
  });
  const outcome = await sender(chunk, new AbortController().signal).then(
    () => "sent",
    (error: unknown) => error,
  );
  return { outcome, seen };
}

describe("chunkSender", () => {
  it.each([
    [CONTACTS, { index: 3, contacts: [{ line: 2, number: "+14155552671", kept: ["Ann"] }] }],
    [INVALID, { index: 0, rows: [{ line: 4, cell: "n/a", reason: "placeholder" }] }],
    [
      DUPLICATES,
      { index: 0, rows: [{ line: 5, cell: "415…", number: "+14155552671", keptLine: 2 }] },
    ],
  ])("posts each kind to its path as JSON", async (chunk, body) => {
    const { outcome, seen } = await send(chunk, () => new Response("{}"));
    expect(outcome).toBe("sent");
    expect(seen[0]?.url).toBe(`https://reach.example/api/runs/run-1/${chunk.kind}`);
    expect(seen[0]?.init).toMatchObject({
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
    });
    expect(JSON.parse(String(seen[0]?.init?.body))).toEqual(body);
  });

  it("is refused with the server's own sentence", async () => {
    const problem = {
      status: 409,
      code: "upload_closed",
      title: "Closed",
      detail: "It has started.",
    };
    const { outcome } = await send(CONTACTS, () => Response.json(problem, { status: 409 }));
    expect(outcome).toMatchObject({ kind: "refused", message: "It has started." });
  });

  it("is refused in plain words where the server gave none", async () => {
    const { outcome } = await send(CONTACTS, () => new Response("<html>", { status: 413 }));
    expect(outcome).toMatchObject({
      kind: "refused",
      message: "The server refused the upload (413).",
    });
  });

  it.each([500, 502, 503, 429, 408])("may be tried again after %i", async (status) => {
    const { outcome } = await send(CONTACTS, () => new Response("oops", { status }));
    expect(outcome).toMatchObject({ name: "UploadError", kind: "failed" });
  });

  it("may be tried again when the network fails", async () => {
    const { outcome } = await send(CONTACTS, () =>
      Promise.reject(new TypeError("Failed to fetch")),
    );
    expect(outcome).toMatchObject({ name: "UploadError", kind: "failed" });
  });
});
