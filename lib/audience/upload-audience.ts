import { type Chunk, chunkRows, type RowSource } from "./chunk-rows";
import type { RowKind, SentChunks, UploadProgress } from "./protocol";
import { UploadError } from "./upload-error";

const AT_ONCE = 3;
const MAX_ATTEMPTS = 6;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 15_000;

/** Sends one chunk; sending it twice changes nothing. Throws an `UploadError`. */
export type SendChunk = (chunk: Chunk, signal: AbortSignal) => Promise<void>;

export type UploadContext = {
  send: SendChunk;
  signal: AbortSignal;
  /** Chunks that need not be sent again. */
  alreadySent?: SentChunks;
  onProgress?(progress: UploadProgress): void;
  onSent?(kind: RowKind, index: number): void;
  /** Resolves after some milliseconds; rejects when the signal aborts. */
  wait?(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** 0 to 1. */
  random?(): number;
};

/**
 * Sends all lists in chunks, three at once. A chunk that fails is sent again with full jitter; one
 * that is refused stops the upload. Throws the first `UploadError`, or the signal's reason; what
 * was sent stays sent.
 */
export async function uploadAudience(source: RowSource, context: UploadContext): Promise<void> {
  const { alreadySent = {}, onProgress, onSent } = context;
  const stop = new AbortController();
  const signal = AbortSignal.any([context.signal, stop.signal]);
  const total = source.size("contacts") + source.size("invalid") + source.size("duplicates");
  const chunks = chunkRows(source);
  let sent = 0;

  async function sendChunks(): Promise<void> {
    // The generator is shared: each lane takes the next chunk that none has taken.
    for (let next = chunks.next(); !next.done; next = chunks.next()) {
      const chunk = next.value;
      signal.throwIfAborted();
      if (!alreadySent[chunk.kind]?.includes(chunk.index)) {
        await sendWithRetries(chunk, signal, context);
        onSent?.(chunk.kind, chunk.index);
      }
      sent += chunk.rows.length;
      onProgress?.({ sent, total });
    }
  }

  const lanes = Array.from({ length: AT_ONCE }, () =>
    sendChunks().catch((error: unknown) => {
      stop.abort(error);
      throw error;
    }),
  );
  await Promise.allSettled(lanes);
  await Promise.all(lanes);
}

async function sendWithRetries(
  chunk: Chunk,
  signal: AbortSignal,
  { send, wait = waitFor, random = Math.random }: UploadContext,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await send(chunk, signal);
      return;
    } catch (error) {
      signal.throwIfAborted();
      const again = error instanceof UploadError && error.kind === "failed";
      if (!again || attempt === MAX_ATTEMPTS) throw error;
    }
    await wait(random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt), signal);
  }
}

function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      signal.removeEventListener("abort", stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(signal.reason);
    }
    signal.addEventListener("abort", stop, { once: true });
  });
}
