import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvDecoder } from "./csv-decoder";
import { detectEncoding } from "./detect-encoding";

const TEXT = "Name;Téléphone\nZoë;+33 6 12 34 56 78\n李雷;📱\n";
const utf8 = new TextEncoder();

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function decode(bytes: Uint8Array, step = bytes.length || 1): string {
  const decoder = new CsvDecoder(detectEncoding(bytes));
  let text = "";
  for (let at = 0; at < bytes.length; at += step)
    text += decoder.decode(bytes.subarray(at, at + step));
  return text + decoder.end();
}

describe("detectEncoding and CsvDecoder", () => {
  it.each([
    ["UTF-8", utf8.encode(TEXT), "utf-8"],
    ["UTF-8 with a mark", utf8.encode(`\ufeff${TEXT}`), "utf-8"],
    ["UTF-16 LE with a mark", utf16(`\ufeff${TEXT}`, true), "utf-16le"],
    ["UTF-16 BE with a mark", utf16(`\ufeff${TEXT}`, false), "utf-16be"],
    ["UTF-16 LE without a mark", utf16(TEXT, true), "utf-16le"],
    ["UTF-16 BE without a mark", utf16(TEXT, false), "utf-16be"],
  ])("read %s whole, without debris at the start, cut at any byte", (_, bytes, encoding) => {
    expect(detectEncoding(bytes)).toBe(encoding);
    for (const step of [1, 2, 3, 5, 7, bytes.length]) expect(decode(bytes, step)).toBe(TEXT);
  });

  it.each([
    ["Name;Téléphone;Ville\nJosé;+33612345678;Orléans\nZoë;0612345678;Besançon\n", "windows-1252"],
    ["Vorname;Telefon\nJürgen;0171 1234567\nGünther;0151\nBjörn Größe;1\n", "windows-1252"],
    ["nombre,teléfono\nMuñoz,612345678\nPeña,6\n", "windows-1252"],
    ["name,phone\nZoë,1\n", "windows-1252"],
  ])("read %j in Windows-1252", (text, encoding) => {
    const bytes = latin1(text);
    expect(detectEncoding(bytes)).toBe(encoding);
    expect(decode(bytes, 3)).toBe(text);
  });

  it("take a head that ends within a character for UTF-8", () => {
    expect(detectEncoding(utf8.encode("phone,name\n1,é").slice(0, -1))).toBe("utf-8");
  });

  it("go on as Windows-1252 where a long ASCII file has one such name in its middle", () => {
    const decoder = new CsvDecoder("utf-8");
    const text =
      decoder.decode(latin1("a,b\n")) + decoder.decode(latin1("Zoë,1\n")) + decoder.end();
    expect(text).toBe("a,b\nZoë,1\n");
    expect(decoder.encoding).toBe("windows-1252");
  });

  it("keep UTF-8 where other characters proved it, and mark the broken byte", () => {
    const decoder = new CsvDecoder("utf-8");
    const text = decoder.decode(utf8.encode("é,")) + decoder.decode(latin1("Zoë,")) + decoder.end();
    expect(text).toBe("é,Zo\ufffd,");
  });

  it("decode any text in UTF-8 cut anywhere", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 9 }), (text, step) => {
        const decoder = new CsvDecoder("utf-8");
        const bytes = utf8.encode(text);
        let read = "";
        for (let at = 0; at < bytes.length; at += step)
          read += decoder.decode(bytes.subarray(at, at + step));
        expect(read + decoder.end()).toBe(text.replace(/^\ufeff/, ""));
      }),
    );
  });
});
