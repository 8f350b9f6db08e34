import { isSingleByte } from "./detect-encoding";

const REPLACEMENT_ENCODING = "windows-1252";

/**
 * Decodes a file piece by piece. Characters may lie across the border of two pieces. Where a file
 * taken for UTF-8 has a byte that can't be, although all was ASCII up to there, it goes on as
 * Windows-1252: the head of a long list tells nothing of a name in its middle.
 */
export class CsvDecoder {
  private decoder: TextDecoder;
  private rest = new Uint8Array(0);
  private atStart = true;
  private ascii = true;

  /** `encoding` is a TextDecoder label, see `detectEncoding`. */
  constructor(encoding: string) {
    this.decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8", ignoreBOM: true });
  }

  /** The encoding in use by now. */
  get encoding(): string {
    return this.decoder.encoding;
  }

  /** Whether what follows a line end decodes to the same text apart from all that stands before it. */
  get isLocal(): boolean {
    return this.decoder.fatal || isSingleByte(this.encoding);
  }

  /** Another decoder that stands where this one does, to look ahead. Only of one that `isLocal`. */
  fork(): CsvDecoder {
    const fork = new CsvDecoder(this.encoding);
    fork.rest = this.rest;
    fork.atStart = this.atStart;
    fork.ascii = this.ascii;
    return fork;
  }

  /** Goes past whole lines that another has decoded; `ascii`: whether they hold nothing else. */
  pass(ascii: boolean): void {
    this.ascii &&= ascii;
  }

  decode(bytes: Uint8Array): string {
    return this.withoutMark(this.decoder.fatal ? this.strict(bytes) : this.lenient(bytes));
  }

  /** What is left when the file ends within a character. */
  end(): string {
    const rest = this.rest;
    this.rest = new Uint8Array(0);
    if (!this.decoder.fatal) return this.withoutMark(this.decoder.decode());
    return rest.length === 0 ? "" : this.withoutMark(this.giveUpUtf8(rest));
  }

  private strict(bytes: Uint8Array): string {
    const all = this.rest.length === 0 ? bytes : joined(this.rest, bytes);
    const whole = all.subarray(0, wholeCharacters(all));
    this.rest = all.slice(whole.length);
    try {
      const text = this.decoder.decode(whole);
      this.ascii &&= text.length === whole.length;
      return text;
    } catch {
      this.rest = new Uint8Array(0);
      return this.giveUpUtf8(all);
    }
  }

  private lenient(bytes: Uint8Array): string {
    return this.decoder.decode(bytes, { stream: true });
  }

  private giveUpUtf8(bytes: Uint8Array): string {
    const encoding = this.ascii ? REPLACEMENT_ENCODING : "utf-8";
    this.decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return this.lenient(bytes);
  }

  private withoutMark(text: string): string {
    if (!this.atStart || text === "") return text;
    this.atStart = false;
    return text.startsWith("\ufeff") ? text.slice(1) : text;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/** How many bytes make whole UTF-8 characters (RFC 3629): up to three at the end may begin one. */
function wholeCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return length > back ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
