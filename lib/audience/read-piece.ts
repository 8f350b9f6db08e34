import type { RowJudge } from "./judge-row";
import type { HelperRequest } from "./piece-helpers";
import { type Piece, readAlone } from "./read-pieces";
import { type PiecePlan, pieceJudge, scanPiece } from "./scan-piece";

/** Makes what a helper does with what it is asked. Null for a piece that can't be read. */
export function pieceScanner(): (request: HelperRequest) => Promise<Piece | null> {
  let known: { plan: string; judge: RowJudge } | null = null;

  function judgeOf({ options }: PiecePlan): RowJudge {
    const plan = JSON.stringify(options);
    if (known?.plan !== plan) known = { plan, judge: pieceJudge(options) };
    return known.judge;
  }

  return async ({ file, start, plan }) => {
    try {
      const { bytes } = await readAlone(file, plan.cuts)(start);
      return { bytes, scanned: scanPiece(bytes, plan, judgeOf(plan)) };
    } catch {
      // Whoever asked will read it, and say what is wrong with it.
      return null;
    }
  };
}

/** The buffers of a piece, which pass to another worker instead of being copied. */
export function buffersOf(piece: Piece | null): ArrayBuffer[] {
  if (!piece) return [];
  const { bytes, scanned } = piece;
  if (!scanned) return [bytes.buffer];
  const { number, country, type, reason } = scanned.verdicts;
  return [bytes, scanned.ends, number, country, type, reason].map(({ buffer }) => buffer);
}
