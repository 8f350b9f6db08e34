import type { BulkAnswer } from "./bulk-answer";
import { type Device, readDevice } from "./device";
import { digitsOf } from "./digits";
import { type AnswerNotes, NOTHING_ODD, type Verdict } from "./verdict";

/** Kaleyra lists invalid numbers without saying why. */
export const LISTED_AS_INVALID = "Kaleyra lists this number as invalid.";

/** What the entries for one number come to. */
type Finding = Device | "conflict" | "unreadable";

/**
 * Gives each asked number exactly one verdict, in the order asked (a number asked twice gets one).
 * Order, `+` and `chat:` do not matter. Numbers of which nothing (readable) is said end as
 * `no_answer`, and so do those of which contrary things are said: neither can be believed, and
 * they may be asked again. A number that is both a device and in the invalid list has been looked
 * up: the device counts.
 */
export function mapAnswer(
  asked: readonly string[],
  answer: BulkAnswer,
): { verdicts: Verdict[]; notes: AnswerNotes } {
  const numbers = new Map(asked.map((number) => [digitsOf(number) ?? number, number]));
  const notes: AnswerNotes = { ...NOTHING_ODD };
  const findings = collectFindings(numbers, answer, notes);
  const invalid = collectInvalid(numbers, answer, notes);
  notes.countsDisagree = countsDisagree(answer);
  const verdicts = [...numbers].map(([digits, number]): Verdict => {
    const finding = findings.get(digits);
    if (finding === undefined) {
      if (invalid.has(digits)) return { number, outcome: "rejected", reason: LISTED_AS_INVALID };
      notes.missing += 1;
    }
    if (finding === "conflict") notes.conflicting += 1;
    if (typeof finding !== "object") return { number, outcome: "no_answer" };
    const { rcs, carrier, carrierStatus } = finding;
    return { number, outcome: rcs ? "rcs" : "not_rcs", carrier, carrierStatus };
  });
  return { verdicts, notes };
}

function collectFindings(
  numbers: ReadonlyMap<string, string>,
  answer: BulkAnswer,
  notes: AnswerNotes,
): Map<string, Finding> {
  const findings = new Map<string, Finding>();
  for (const entry of answer.devices) {
    const device = readDevice(entry);
    if (device.rcs === null) notes.unreadable += 1;
    if (device.digits === null) continue;
    if (!numbers.has(device.digits)) {
      notes.unasked += 1;
      continue;
    }
    const known = findings.get(device.digits);
    if (known !== undefined) notes.doubled += 1;
    if (device.rcs !== null && device.asText) notes.asText += 1;
    findings.set(device.digits, merge(known, device.rcs === null ? "unreadable" : device));
  }
  return findings;
}

/** The first entry counts, filled up by the later ones as long as they agree on RCS. */
function merge(known: Finding | undefined, next: Device | "unreadable"): Finding {
  if (known === undefined || known === "unreadable") return next;
  if (known === "conflict" || next === "unreadable") return known;
  if (known.rcs !== next.rcs) return "conflict";
  return {
    ...known,
    carrier: known.carrier ?? next.carrier,
    carrierStatus: known.carrierStatus ?? next.carrierStatus,
  };
}

function collectInvalid(
  numbers: ReadonlyMap<string, string>,
  answer: BulkAnswer,
  notes: AnswerNotes,
): Set<string> {
  const invalid = new Set<string>();
  for (const entry of answer.invalidNumbers) {
    const key = digitsOf(entry) ?? entry;
    if (typeof key === "string" && numbers.has(key)) invalid.add(key);
    else notes.unasked += 1;
  }
  return invalid;
}

function countsDisagree({ devices, invalidNumbers, ...claimed }: BulkAnswer): boolean {
  const { claimedDevices = devices.length, claimedInvalid = invalidNumbers.length } = claimed;
  return claimedDevices !== devices.length || claimedInvalid !== invalidNumbers.length;
}
