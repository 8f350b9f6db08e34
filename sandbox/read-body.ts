import type { IncomingMessage } from "node:http";

const MAX_BYTES = 1024 * 1024;

/** The body of a request as text; null when it is larger than 1 MB. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const part = Buffer.from(chunk);
    bytes += part.byteLength;
    if (bytes <= MAX_BYTES) chunks.push(part);
  }
  return bytes > MAX_BYTES ? null : Buffer.concat(chunks).toString("utf8");
}
