"use client";

import { useState } from "react";
import type { AudienceActions, Review, RowKind, RowsByKind } from "@/lib/audience/protocol";

const FIRST = 5;
const MORE = 50;

/** Rows of a cleaned list, some more at each press. They are read from the worker, not the server. */
export function useSampleRows<K extends RowKind>(
  review: Review,
  kind: K,
  total: number,
  page: AudienceActions["page"],
) {
  const [rows, setRows] = useState<RowsByKind[K][]>(() => review.samples[kind].slice(0, FIRST));
  const [isLoading, setLoading] = useState(false);
  async function showMore() {
    setLoading(true);
    try {
      const more = await page(kind, rows.length, MORE);
      setRows([...rows, ...more]);
    } finally {
      setLoading(false);
    }
  }
  return { rows, isLoading, showMore: rows.length < total ? showMore : undefined };
}
