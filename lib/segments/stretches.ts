/** A stretch of numbers: the first one that may stand in it, and the first text beyond it, byte by byte. */
interface Stretch {
  low: string;
  high: string;
}

/**
 * The stretches in which all numbers stand that begin with one of `starts`.
 *
 * @param after only numbers after this one
 */
export function stretchesOf(starts: readonly string[], after: string | undefined): Stretch[] {
  return starts.flatMap((start) => {
    // A colon comes after the digits, and nothing comes between a number and the same with a 0.
    const high = `${start}:`;
    const next = after ? `${after}0` : start;
    return next < high ? [{ low: next > start ? next : start, high }] : [];
  });
}
