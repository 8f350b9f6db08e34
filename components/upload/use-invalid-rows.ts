"use client";

import { useEffect, useState } from "react";
import type { AudienceActions, InvalidRow, Review } from "@/lib/audience/protocol";
import type { InvalidReason } from "@/lib/phone/invalid-reason";
import { tellingRows } from "./telling-rows";

const FIRST = 6;
const PAGE = 50;

type Loaded = { review: Review; reason: InvalidReason | null; asked: number; rows: InvalidRow[] };

/**
 * Invalid rows to look at: some of each reason first, then those of one reason or of all, some more
 * at each press. They come from the worker, not from the server, and anew after a recount; until
 * then the old ones stay in sight.
 */
export function useInvalidRows(
  review: Review,
  listInvalid: AudienceActions["listInvalid"],
  reason: InvalidReason | null,
) {
  const [more, setMore] = useState(0);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const asked = more + (reason === null ? 0 : FIRST);
  useEffect(() => {
    if (asked === 0) return;
    let isWanted = true;
    const take = (rows: InvalidRow[]) => {
      if (isWanted) setLoaded({ review, reason, asked, rows });
    };
    // The list may have been forgotten in the meantime, with all that shows it.
    listInvalid(reason, asked).then(take, () => undefined);
    return () => {
      isWanted = false;
    };
  }, [review, reason, asked, listInvalid]);

  const known = loaded?.reason === reason && asked > 0 ? loaded : null;
  const samples = review.samples.invalid;
  const first =
    reason === null
      ? tellingRows(samples, FIRST)
      : samples.filter((row) => row.reason === reason).slice(0, FIRST);
  return {
    rows: known?.rows ?? first,
    isLoading: asked > 0 && (known?.asked !== asked || known.review !== review),
    showMore: () => setMore(more + PAGE),
  };
}
