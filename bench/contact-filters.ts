import type { BreakdownView, ContactFilter } from "@/lib/api/results";
import { NOT_PROVIDED } from "@/lib/api/values";

type Cell = BreakdownView["cells"][number];

/** Filters that fit something, each with every part or without it. */
export function drawFilters(cells: readonly Cell[], dice: () => number, count: number) {
  return Array.from({ length: count }, (): ContactFilter => {
    // By cells, not by contacts: what is rare is asked for as often as what is common.
    const cell = cells[Math.floor(dice() * cells.length)];
    if (!cell) return {};
    const answered = cell.outcome === "rcs" || cell.outcome === "not_rcs";
    const given = (value: string | null) => value ?? (answered ? NOT_PROVIDED : undefined);
    const carrier = given(cell.carrier);
    const carrierStatus = given(cell.carrierStatus);
    return {
      ...(dice() < 0.5 && { outcome: cell.outcome }),
      ...(dice() < 0.5 && { country: cell.country }),
      ...(dice() < 0.5 && carrier && { carrier }),
      ...(dice() < 0.5 && carrierStatus && { carrierStatus }),
    };
  });
}

/** What people type of a number: its start in each spelling, all of it, its end. */
export function drawSearches(numbers: readonly string[], dice: () => number): string[] {
  const searches = numbers.flatMap((number) => {
    const digits = number.slice(1);
    const length = 1 + Math.floor(dice() * digits.length);
    return [
      number.slice(0, 1 + length),
      digits.slice(0, length),
      digits.slice(2, 2 + length),
      `0${digits.slice(2)}`,
      number,
      digits.slice(-4),
      digits.slice(-6),
    ];
  });
  return [...new Set([...searches, "1", "4", "+44", "0", "07", "00", "9999", "415"])].filter(
    (search) => /\d/.test(search),
  );
}

/** Searches of which nothing, or little, passes the filter: both are broad, their meeting is not. */
export const CONTRARY: ContactFilter[] = [
  { q: "+44", country: "US" },
  { q: "1", country: "GB", outcome: "rcs" },
  { q: "+4474", carrier: "Vodafone" },
  { q: "+9198", carrier: "Vi" },
  { q: "+1212", carrier: "T-Mobile", carrierStatus: "INACTIVE" },
  { q: "+1", outcome: "rejected" },
  { q: "0", carrier: NOT_PROVIDED },
  { q: "+254", outcome: "failed" },
  { outcome: "pending", carrier: "Jio" },
];
