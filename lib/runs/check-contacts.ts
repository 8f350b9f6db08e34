import type { ContactChunk, InvalidChunk } from "@/lib/api/chunks";
import { normalise } from "@/lib/phone/normalise";
import { withoutNul } from "./insert-rows";

/** A contact whose number was read by the server itself. */
export interface CheckedContact {
  line: number;
  e164: string;
  country: string;
  type: string;
  kept: string[];
}

/** Reads every number of a chunk again; a browser, or a script, may send anything. */
export function checkContacts(contacts: ContactChunk["contacts"]): {
  valid: CheckedContact[];
  invalid: InvalidChunk["rows"];
} {
  const valid: CheckedContact[] = [];
  const invalid: InvalidChunk["rows"] = [];
  for (const { line, number, kept } of contacts) {
    const read = normalise(number);
    if (read.ok) {
      const { e164, country, type } = read;
      valid.push({ line, e164, country, type, kept: kept.map(withoutNul) });
    } else {
      invalid.push({ line, cell: number, reason: read.reason });
    }
  }
  return { valid, invalid };
}
