import { CsvError } from "./csv-error";
import { detectEncoding } from "./detect-encoding";
import { MAX_FILE_BYTES } from "./limits";

/** Throws a `CsvError` for a size (bytes) that is not worth reading. */
export function checkFileSize(bytes: number): void {
  if (bytes === 0)
    throw new CsvError("empty", "This file is empty. Choose the file that holds your list.");
  if (bytes > MAX_FILE_BYTES) {
    const size = (bytes / 1024 ** 3).toFixed(1);
    throw new CsvError(
      "too_large",
      `This file has ${size} GB; the limit is 1 GB. Split it, or leave out columns you don't need.`,
    );
  }
}

const SIGNATURES: { bytes: number[]; offset?: number; kind: string }[] = [
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: "old workbook" },
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: "zip" },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: "zip" },
  { bytes: [0x25, 0x50, 0x44, 0x46], kind: "a PDF" },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: "a picture" },
  { bytes: [0xff, 0xd8, 0xff], kind: "a picture" },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: "a picture" },
  { bytes: [0x57, 0x45, 0x42, 0x50], offset: 8, kind: "a picture" },
  { bytes: [0x66, 0x74, 0x79, 0x70], offset: 4, kind: "a picture or a film" },
  { bytes: [0x49, 0x49, 0x2a, 0x00], kind: "a picture" },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], kind: "a picture" },
  { bytes: [0x1f, 0x8b], kind: "a compressed file" },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: "a compressed file" },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: "a compressed file" },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: "a text document" },
];

/** Parts that a zip holds when it is an Office Open XML workbook (ECMA-376). */
const WORKBOOK_PARTS = ["xl/", "[Content_Types].xml"];
const OPEN_DOCUMENT = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

export type FileKind = "text" | "workbook";

/**
 * What a file is by its first bytes (some kilobytes are enough), whatever its name says. Throws a
 * `CsvError` when it can be no list.
 */
export function detectKind(head: Uint8Array): FileKind {
  const kind = SIGNATURES.find(({ bytes, offset = 0 }) => startsWith(head, bytes, offset))?.kind;
  if (kind === "old workbook") {
    throw oldWorkbook("This is an Excel file in the old format, or one with a password.");
  }
  if (kind === "zip" && holds(head, OPEN_DOCUMENT)) {
    throw oldWorkbook("This is an OpenDocument spreadsheet.");
  }
  if (kind === "zip") {
    if (WORKBOOK_PARTS.some((part) => holds(head, part))) return "workbook";
    throw notText("a compressed file");
  }
  if (kind) throw notText(kind);
  if (!detectEncoding(head).startsWith("utf-16") && head.includes(0)) {
    throw notText("not a text file");
  }
  return "text";
}

function oldWorkbook(what: string): CsvError {
  return new CsvError(
    "spreadsheet",
    `${what} Open it, save it as “Excel workbook (.xlsx)” or “CSV UTF-8”, and pick that file.`,
  );
}

function notText(kind: string): CsvError {
  return new CsvError("binary", `This is ${kind}, not a list. Choose a CSV or an Excel file.`);
}

function startsWith(head: Uint8Array, bytes: number[], offset: number): boolean {
  return bytes.every((byte, index) => head[offset + index] === byte);
}

function holds(head: Uint8Array, part: string): boolean {
  return String.fromCharCode(...head.subarray(0, 4096)).includes(part);
}
