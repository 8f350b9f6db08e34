const BLOCK_BYTES = 4 * 1024 * 1024;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/**
 * Many short texts as UTF-8 in a few large blocks. A cell cut from a file's text would keep that
 * text alive, and a million strings cost more than their letters.
 */
export class TextStore {
  private readonly blocks: Uint8Array[] = [];
  private used = BLOCK_BYTES;

  /** Stores a text of at most `maxChars` (the rest is cut off) and returns its address. */
  add(text: string, maxChars: number): number {
    const kept = cutText(text, maxChars);
    // Three bytes hold any UTF-16 unit; two more hold the length.
    if (this.used + kept.length * 3 + 2 > BLOCK_BYTES) {
      this.blocks.push(new Uint8Array(BLOCK_BYTES));
      this.used = 0;
    }
    const block = this.blocks[this.blocks.length - 1] ?? new Uint8Array(0);
    const address = (this.blocks.length - 1) * BLOCK_BYTES + this.used;
    const { written } = encoder.encodeInto(kept, block.subarray(this.used + 2));
    block[this.used] = written & 0xff;
    block[this.used + 1] = written >>> 8;
    this.used += written + 2;
    return address;
  }

  get(address: number): string {
    const block = this.blocks[Math.floor(address / BLOCK_BYTES)];
    const start = address % BLOCK_BYTES;
    if (!block) return "";
    const length = (block[start] ?? 0) | ((block[start + 1] ?? 0) << 8);
    return decoder.decode(block.subarray(start + 2, start + 2 + length));
  }
}

/** Cuts without leaving half a character; PostgreSQL takes no NUL in a text. */
export function cutText(text: string, maxChars: number): string {
  const clean = text.includes("\0") ? text.replaceAll("\0", "") : text;
  if (clean.length <= maxChars) return clean;
  const last = clean.charCodeAt(maxChars - 1);
  return clean.slice(0, last >= 0xd800 && last < 0xdc00 ? maxChars - 1 : maxChars);
}
