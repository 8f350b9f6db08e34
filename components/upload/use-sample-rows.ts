"use client";

import { useState } from "react";
import type { AudienceActions, Review, RowKind, RowsByKind } from "@/lib/audience/protocol";

const PAGE = 50;

/**
 * A few rows of a cleaned list, then all of them, some more at each press. They are read from the
 * worker, not from the server.
 */
export function useSampleRows<K extends Exclude<RowKind, "contacts">>(
  kind: K,
  review: Review,
  page: AudienceActions["page"],
  choose: (rows: readonly RowsByKind[K][]) => RowsByKind[K][],
) {
  const [all, setAll] = useState<RowsByKind[K][] | null>(null);
  const [isLoading, setLoading] = useState(false);
  const rows = all ?? choose(review.samples[kind]);
  const total = review.counts[kind];
  async function showMore() {
    setLoading(true);
    try {
      const read = all ?? [];
      setAll([...read, ...(await page(kind, read.length, PAGE))]);
    } finally {
      setLoading(false);
    }
  }
  return { rows, total, isLoading, showMore: rows.length < total ? showMore : undefined };
}
