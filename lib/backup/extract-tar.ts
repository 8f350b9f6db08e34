import { type FileHandle, mkdir, open, rm } from "node:fs/promises";
import path from "node:path";

const BLOCK = 512;

interface Entry {
  name: string;
  size: number;
  kind: string;
  mode: number;
}

/** Whom the extracted files are to belong to. */
export interface Owner {
  uid: number;
  gid: number;
}

/**
 * Extracts a tar archive (POSIX.1-1988, "ustar", as PostgreSQL writes base backups) into a folder.
 * Files and folders alone; an entry that would leave the folder is refused.
 */
export async function extractTar(
  source: AsyncIterable<Buffer>,
  folder: string,
  owner: Owner,
): Promise<void> {
  const blocks = readerOf(source);
  for (;;) {
    const header = await blocks.take(BLOCK);
    if (header.length < BLOCK) throw new Error("The archive ends too soon.");
    if (header.every((byte) => byte === 0)) break;
    const { name, size, kind, mode } = readHeader(header);
    const place = path.join(folder, name);
    if (place !== folder && !place.startsWith(folder + path.sep)) {
      throw new Error(`The archive holds a file of another place: ${name}`);
    }
    if (kind === "5") {
      await mkdir(place, { recursive: true, mode });
      await own(place, owner);
    } else if (kind === "0") {
      await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
      await rm(place, { force: true });
      const file = await open(place, "wx", mode);
      try {
        await copy(blocks, file, size);
        await file.chown(owner.uid, owner.gid);
      } finally {
        await file.close();
      }
    } else throw new Error(`The archive holds something that is no file: ${name}`);
  }
  // What stands behind the end is read too, or its sender would wait for ever.
  while ((await blocks.take(BLOCK)).length > 0);
}

async function own(place: string, { uid, gid }: Owner): Promise<void> {
  const folder = await open(place, "r");
  await folder.chown(uid, gid);
  await folder.close();
}

async function copy(blocks: Blocks, file: FileHandle, size: number): Promise<void> {
  for (let left = size; left > 0; ) {
    const part = await blocks.some(left);
    if (part.length === 0) throw new Error("The archive ends too soon.");
    await file.writeFile(part);
    left -= part.length;
  }
  await blocks.take((BLOCK - (size % BLOCK)) % BLOCK);
}

function readHeader(header: Buffer): Entry {
  const text = (from: number, length: number) =>
    header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  const octal = (from: number, length: number) => Number.parseInt(text(from, length).trim(), 8);
  const sum = header.reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  const size = octal(124, 12);
  if (octal(148, 8) !== sum || !Number.isSafeInteger(size)) {
    throw new Error("The archive can't be read.");
  }
  const prefix = text(345, 155);
  const name = prefix ? `${prefix}/${text(0, 100)}` : text(0, 100);
  return { name, size, kind: text(156, 1) || "0", mode: octal(100, 8) & 0o777 };
}

interface Blocks {
  /** That many bytes, or fewer at the end. */
  take: (bytes: number) => Promise<Buffer>;
  /** At least one byte and at most so many; none at the end. */
  some: (most: number) => Promise<Buffer>;
}

function readerOf(source: AsyncIterable<Buffer>): Blocks {
  const chunks = source[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const some = async (most: number): Promise<Buffer> => {
    while (rest.length === 0) {
      const next = await chunks.next();
      if (next.done) return rest;
      rest = next.value;
    }
    const part = rest.subarray(0, most);
    rest = rest.subarray(part.length);
    return part;
  };
  const take = async (bytes: number): Promise<Buffer> => {
    const parts: Buffer[] = [];
    for (let left = bytes; left > 0; ) {
      const part = await some(left);
      if (part.length === 0) break;
      parts.push(part);
      left -= part.length;
    }
    return Buffer.concat(parts);
  };
  return { take, some };
}
