import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { COMPRESSED_TYPES, ENCODINGS } from "@/lib/http/static-files";

const compress = {
  br: (data: Buffer) =>
    promisify(brotliCompress)(data, {
      params: { [constants.BROTLI_PARAM_SIZE_HINT]: data.length },
    }),
  gzip: (data: Buffer) => promisify(gzip)(data, { level: constants.Z_BEST_COMPRESSION }),
};

/** Compresses scripts and style sheets as far as it goes, each beside itself, for `staticFiles`. */
export async function compressStatic(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => path.extname(name) in COMPRESSED_TYPES);
  await Promise.all(
    files.map(async (name) => {
      const file = path.join(folder, name);
      const data = await readFile(file);
      await writeFile(file + ENCODINGS.br, await compress.br(data));
      await writeFile(file + ENCODINGS.gzip, await compress.gzip(data));
    }),
  );
}
