import { readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import path from "node:path";

/** Where browsers ask for what the build has made for them. */
const BASE = "/_next/static/";

/** The encodings that are made at the build, the smallest first. */
export const ENCODINGS = { br: ".br", gzip: ".gz" } as const;

/** What is worth compressing. */
export const COMPRESSED_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};
/** What a page begins with. */
const TYPES: Readonly<Record<string, string>> = { ...COMPRESSED_TYPES, ".woff2": "font/woff2" };

/**
 * Answers requests for scripts, style sheets and letters from memory, some megabytes: a page begins
 * with ten of them, and Next, which reads each from the disk, takes 3.5 times the processor's time.
 * Their names tell their content, so that they may be kept for good. Those that the build has
 * compressed go out as they are: nothing is compressed while a page waits for it, and better than
 * there is time for then.
 *
 * @param folder of the build, as it is now; what is not in it is left to `otherwise`
 */
export function staticFiles(
  folder: string,
): (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void {
  const files = readFiles(folder);
  return (request, response, otherwise) => {
    const { url = "", method = "" } = request;
    const [asked = ""] = url.split("?");
    const name = asked.slice(BASE.length);
    const extension = path.extname(name);
    const type = TYPES[extension];
    const plain = asked.startsWith(BASE) ? files.get(name) : undefined;
    if (!type || !plain || !["GET", "HEAD"].includes(method)) return otherwise();
    const accepted = acceptedEncodings(request.headers["accept-encoding"]);
    const encoded = Object.entries(ENCODINGS)
      .map(([encoding, suffix]) => ({ encoding, data: files.get(name + suffix) }))
      .find(({ encoding, data }) => data && accepted.has(encoding));
    const data = encoded?.data ?? plain;
    response.writeHead(200, {
      "Content-Type": type,
      "Content-Length": data.length,
      "Cache-Control": "public, max-age=31536000, immutable",
      ...(extension in COMPRESSED_TYPES && { Vary: "Accept-Encoding" }),
      ...(encoded && { "Content-Encoding": encoded.encoding }),
    });
    response.end(data);
  };
}

/** Those that a client names, but for those that it refuses (RFC 9110, 12.5.3). */
function acceptedEncodings(header: IncomingMessage["headers"]["accept-encoding"]): Set<string> {
  const named = String(header ?? "").split(",");
  return new Set(
    named
      .map((one) => one.toLowerCase().split(";"))
      .filter(([, weight = ""]) => !/^\s*q=0(\.0*)?\s*$/.test(weight))
      .map(([name = ""]) => name.trim()),
  );
}

/** What all files below a folder hold, by their names as an address writes them. */
function readFiles(folder: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files.set(path.relative(folder, file).replaceAll(path.sep, "/"), readFileSync(file));
  }
  return files;
}
