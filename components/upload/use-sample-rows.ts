"use client";

import { useEffect, useState } from "react";
import type { Review } from "@/lib/audience/protocol";

const PAGE = 50;

export interface SampleRows<Row> {
  review: Review;
  /** The first so many rows. A function of its own for each list: another one begins anew. */
  list: (limit: number) => Promise<Row[]>;
  /** What the review itself has of them, in sight until more is asked for. */
  first: Row[];
  /** How many are asked for at once, without a press. */
  asks?: number;
}

type Loaded<Row> = Pick<SampleRows<Row>, "review" | "list"> & { asked: number; rows: Row[] };

/**
 * A few rows of a cleaned list, then some more at each press. They come from the worker, not from
 * the server, and anew after a recount; until then the old ones stay in sight.
 */
export function useSampleRows<Row>({ review, list, first, asks = 0 }: SampleRows<Row>) {
  const [more, setMore] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<Row> | null>(null);
  const asked = more + asks;
  useEffect(() => {
    if (asked === 0) return;
    let isWanted = true;
    const take = (rows: Row[]) => {
      if (isWanted) setLoaded({ review, list, asked, rows });
    };
    // The list may have been forgotten in the meantime, with all that shows it.
    list(asked).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [review, list, asked]);

  const known = loaded?.list === list && asked > 0 ? loaded : null;
  return {
    rows: known?.rows ?? first,
    isLoading: asked > 0 && (known?.asked !== asked || known.review !== review),
    showMore: () => setMore(more + PAGE),
  };
}
