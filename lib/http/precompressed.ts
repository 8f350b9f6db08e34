import { readdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Where Next serves what the build has made for browsers. */
const BASE = "/_next/static/";

/** The encodings that are made at the build, the smallest first. */
export const ENCODINGS = { br: ".br", gzip: ".gz" } as const;

/** What is worth compressing, and what it is called then: by its name alone it would be a download. */
export const COMPRESSED_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/**
 * Lets Next answer a request for a script or a style sheet with the file that the build has
 * compressed: nothing is compressed while a page waits for it, and better than there is time for
 * then. Next still says everything else about the file, such as how long it may be kept.
 *
 * @param folder of the build; what is not in it is answered as ever
 */
export function precompressed(
  folder: string,
): (request: IncomingMessage, response: ServerResponse) => void {
  const files = new Set(listFiles(folder));
  return (request, response) => {
    const { url = "", method = "" } = request;
    if (!url.startsWith(BASE) || !["GET", "HEAD"].includes(method)) return;
    const [path = ""] = url.split("?");
    const type = COMPRESSED_TYPES[path.slice(path.lastIndexOf("."))];
    if (!type) return;
    const accepted = acceptedEncodings(request.headers["accept-encoding"]);
    for (const [encoding, suffix] of Object.entries(ENCODINGS)) {
      if (!accepted.has(encoding) || !files.has(path.slice(BASE.length) + suffix)) continue;
      request.url = path + suffix;
      response.setHeader("Content-Type", type);
      response.setHeader("Content-Encoding", encoding);
      response.setHeader("Vary", "Accept-Encoding");
      return;
    }
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

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
      name.replaceAll("\\", "/"),
    );
  } catch {
    return [];
  }
}
