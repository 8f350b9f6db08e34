import type { ErasedCounts } from "@/lib/api/erasures";
import { formatNumber, plural } from "@/lib/format";

/** The rows of a number by kind, each that there is: "1 contact, 2 invalid rows". */
export function rowsInKinds(counts: ErasedCounts): string {
  const { contacts, duplicates, invalid, details, keptCells } = counts;
  const kinds: [number, string][] = [
    [contacts, plural(contacts, "contact")],
    [duplicates, plural(duplicates, "duplicate row")],
    [invalid, plural(invalid, "invalid row")],
    [details, `number details of ${formatNumber(details)}`],
    [keptCells, plural(keptCells, "cell beside another number", "cells beside other numbers")],
  ];
  return kinds.flatMap(([count, words]) => (count > 0 ? words : [])).join(", ");
}
