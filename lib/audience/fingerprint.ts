/** What this needs of WebCrypto, which browsers only have on https and on localhost. */
export type Digester = Pick<SubtleCrypto, "digest">;

/**
 * Recognises a file that came before, whatever its name: SHA-256 over the SHA-256 of each of its
 * pieces, because WebCrypto can't digest a stream. Comparable only among equal pieces, here of
 * `READ_BYTES`; it is not what `sha256sum` prints.
 */
export class Fingerprint {
  private readonly subtle: Digester | undefined;
  private readonly pieces: Promise<ArrayBuffer>[] = [];

  constructor(subtle: Digester | undefined = globalThis.crypto?.subtle) {
    this.subtle = subtle;
  }

  /** The next piece of the file. */
  add(piece: Uint8Array<ArrayBuffer>): void {
    if (this.subtle) this.pieces.push(this.subtle.digest("SHA-256", piece));
  }

  /** 64 hexadecimal digits, or null without WebCrypto. */
  async hex(): Promise<string | null> {
    if (!this.subtle) return null;
    const digests = await Promise.all(this.pieces);
    const all = await new Blob(digests).arrayBuffer();
    const digest = new Uint8Array(await this.subtle.digest("SHA-256", all));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}
