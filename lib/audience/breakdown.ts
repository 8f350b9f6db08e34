import { INVALID_REASONS } from "@/lib/phone/invalid-reason";
import { NUMBER_TYPES, type NumberType } from "@/lib/phone/number-type";
import type { AudienceColumns } from "./audience-columns";
import type { NumberColumn } from "./number-column";
import type { AudienceBreakdown } from "./protocol";

/** Counts the columns up; each list from the largest down, then by name. */
export function breakdownOf(columns: AudienceColumns): AudienceBreakdown {
  const { contacts, duplicates, invalid, excludedByType } = columns;
  const types = new Map<NumberType, number>();
  for (const [id, count] of tally(contacts.type)) types.set(NUMBER_TYPES[id] ?? "unknown", count);
  const seenTypes = new Set([...types.keys(), ...excludedByType.keys()]);
  return {
    counts: {
      rows: columns.rows,
      unique: contacts.line.length,
      duplicates: duplicates.line.length,
      invalid: invalid.line.length,
      blank: columns.blank,
    },
    countries: tally(contacts.country)
      .map(([id, count]) => ({ country: columns.countries.at(id) ?? "", contacts: count }))
      .sort((a, b) => b.contacts - a.contacts || a.country.localeCompare(b.country)),
    types: [...seenTypes]
      .map((type) => ({
        type,
        contacts: types.get(type) ?? 0,
        excluded: excludedByType.get(type) ?? 0,
      }))
      .sort(
        (a, b) => b.contacts + b.excluded - a.contacts - a.excluded || a.type.localeCompare(b.type),
      ),
    reasons: tally(invalid.reason)
      .map(([id, rows]) => ({ reason: INVALID_REASONS[id] ?? "not_a_valid_number", rows }))
      .sort((a, b) => b.rows - a.rows || a.reason.localeCompare(b.reason)),
  };
}

/** How often each value occurs. */
function tally(
  column: NumberColumn<Uint8Array<ArrayBuffer>> | NumberColumn<Uint16Array<ArrayBuffer>>,
): [number, number][] {
  const counts: number[] = [];
  for (let index = 0; index < column.length; index += 1) {
    const value = column.at(index);
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return [...counts.entries()].filter(([, count]) => count > 0);
}
