import { describe, expect, it } from "vitest";
import { checkFileSize, detectKind } from "./check-file";
import { MAX_FILE_BYTES } from "./limits";

const ascii = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const code = (expected: string) => expect.objectContaining({ name: "CsvError", code: expected });

describe("checkFileSize", () => {
  it("refuses an empty file and one over the limit, and says so", () => {
    expect(() => checkFileSize(0)).toThrow(code("empty"));
    expect(() => checkFileSize(MAX_FILE_BYTES + 1)).toThrow(code("too_large"));
    expect(() => checkFileSize(2 * 1024 ** 3)).toThrow("This file has 2.0 GB; the limit is 1 GB.");
    expect(() => checkFileSize(MAX_FILE_BYTES)).not.toThrow();
  });
});

describe("detectKind", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n", "binary", "a picture"],
    ["\xff\xd8\xff\xe0", "binary", "a picture"],
    ["GIF89a", "binary", "a picture"],
    ["RIFF\x10\0\0\0WEBPVP8 ", "binary", "a picture"],
    ["%PDF-1.7", "binary", "a PDF"],
    [
      "PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
      "spreadsheet",
      "save it as",
    ],
    ["PK\x03\x04\x14\0photo.jpg", "binary", "a compressed file"],
    ["\xd0\xcf\x11\xe0\xa1\xb1", "spreadsheet", "save it as"],
    ["abc\0\0\x01def", "binary", "not a text file"],
  ])("refuses %j", (bytes, expected, words) => {
    expect(() => detectKind(ascii(bytes))).toThrow(code(expected));
    expect(() => detectKind(ascii(bytes))).toThrow(words);
  });

  it.each([
    "name,phone\n",
    "P",
    "",
    "\xef\xbb\xbfname",
    "\xff\xfen\0a\0",
    "n\0a\0m\0e\0",
    "Zo\xeb,1",
  ])("takes %j for text", (bytes) => {
    expect(detectKind(ascii(bytes))).toBe("text");
  });

  it.each(["PK\x03\x04\x14\0[Content_Types].xml", "PK\x03\x04\x14\0xl/workbook.xml"])(
    "takes %j for a workbook",
    (bytes) => {
      expect(detectKind(ascii(bytes))).toBe("workbook");
    },
  );
});
