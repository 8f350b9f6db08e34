import type { Cuts } from "./limits";
import type { PiecePlan, ScannedPiece } from "./scan-piece";

/** A piece of a file; `scanned`: what a helper made of it already. */
export type Piece = { bytes: Uint8Array<ArrayBuffer>; scanned: ScannedPiece | null };

/** Reads the piece of a file that begins with a byte. */
export type ReadPiece = (start: number) => Promise<Piece>;

/** Makes what reads the pieces of a file; with help from others where there are any. */
export type PieceReader = (file: File, plan: PiecePlan) => ReadPiece;

/** Pieces that are asked for before they are needed; each takes a turn through the browser. */
const PIECES_AHEAD = 8;

/** Reads pieces without any help. */
export function readAlone(file: File, { readBytes }: Cuts): ReadPiece {
  return async (start) => ({
    bytes: new Uint8Array(await file.slice(start, start + readBytes).arrayBuffer()),
    scanned: null,
  });
}

/** The pieces of `size` bytes in their order, the next ones being read while the last is worked on. */
export async function* readPieces(
  size: number,
  pieceBytes: number,
  read: ReadPiece,
): AsyncGenerator<Piece> {
  const pieces: Promise<Piece>[] = [];
  let start = 0;
  const readAhead = () => {
    for (; start < size && pieces.length < PIECES_AHEAD; start += pieceBytes) {
      const piece = read(start);
      // Its failure is met in its turn; a reader that stops early must not leave it unhandled.
      piece.catch(() => undefined);
      pieces.push(piece);
    }
  };
  readAhead();
  for (let next = pieces.shift(); next; next = pieces.shift()) {
    const piece = await next;
    readAhead();
    yield piece;
  }
}
