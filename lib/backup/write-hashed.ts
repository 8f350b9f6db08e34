import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { PassThrough, type Readable, type Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { StoredFile } from "./backup-facts";

/** Writes a new file that its owner alone may read, down to the disk, and says what was written. */
export async function writeHashed(
  file: string,
  source: Readable,
  through: Transform = new PassThrough(),
): Promise<StoredFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  await pipeline(
    source,
    through,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        bytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(file, { flags: "wx", mode: 0o600, flush: true }),
  );
  return { bytes, sha256: hash.digest("hex") };
}

/** Reads a whole file and says what it holds. */
export async function hashFile(file: string): Promise<StoredFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: hash.digest("hex") };
}
