import { z } from "zod";
import type { Chunk } from "./chunk-rows";
import type { SendChunk } from "./upload-audience";
import { UploadError } from "./upload-error";

/** An answer that takes longer is given up and asked for again. */
const TIMEOUT_MS = 60_000;
const UNREACHABLE =
  "The upload stopped because the server could not be reached. Check the connection and try again.";

/** RFC 9457. */
const problem = z.object({ detail: z.string().min(1) });

/**
 * Sends chunks to a run of the server at `origin`. The page's session cookie goes along; a worker
 * may run from a blob, where a path alone leads nowhere.
 */
export function chunkSender(
  origin: string,
  runId: string,
  fetcher: typeof fetch = globalThis.fetch,
): SendChunk {
  return async (chunk, signal) => {
    const response = await post(
      fetcher,
      `${origin}/api/runs/${runId}/${chunk.kind}`,
      chunk,
      signal,
    );
    if (response.ok) return;
    const parsed = problem.safeParse(await response.json().catch(() => null));
    if (isTemporary(response.status)) throw new UploadError("failed", UNREACHABLE);
    throw new UploadError(
      "refused",
      parsed.success ? parsed.data.detail : `The server refused the upload (${response.status}).`,
    );
  };
}

async function post(
  fetcher: typeof fetch,
  url: string,
  chunk: Chunk,
  signal: AbortSignal,
): Promise<Response> {
  try {
    return await fetcher(url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(bodyOf(chunk)),
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
  } catch {
    signal.throwIfAborted();
    throw new UploadError("failed", UNREACHABLE);
  }
}

function isTemporary(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}

function bodyOf(chunk: Chunk): object {
  const { index } = chunk;
  switch (chunk.kind) {
    case "contacts":
      return {
        index,
        contacts: chunk.rows.map(({ line, e164, kept }) => ({ line, number: e164, kept })),
      };
    case "invalid":
      return { index, rows: chunk.rows.map(({ line, cell, reason }) => ({ line, cell, reason })) };
    case "duplicates":
      return {
        index,
        rows: chunk.rows.map(({ line, cell, e164, keptLine }) => ({
          line,
          cell,
          number: e164,
          keptLine,
        })),
      };
  }
}
