import { AppError } from "@/lib/errors";

/** The most bytes that a request body may have: a chunk of 5,000 contacts with kept columns. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

/**
 * Reads a JSON body, but never more than `limit` bytes of it.
 *
 * @throws AppError `too_large` or `invalid_request`
 */
export async function readJson(request: Request, limit = MAX_BODY_BYTES): Promise<unknown> {
  if (!request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.byteLength;
      if (size > limit) {
        throw new AppError("too_large", `A request may have at most ${limit / 1024 / 1024} MB.`);
      }
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // The client went away, which is its right and no fault of the server.
    throw new AppError("invalid_request", "The body did not arrive whole.");
  }
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid_request", "The body is not JSON.");
  }
}
