import { CALL_FAULT_KINDS, FAULT_KINDS, type FaultKind } from "../faults";
import { choice, retryAfter, type Section } from "./field";
import { FAULT_LABELS, OPERATION_LABELS } from "./labels";

const DURATION = { unit: "ms", min: 0, max: 600_000 };
const { unknown: _, ...OPERATIONS } = OPERATION_LABELS;

const pace: Section = {
  title: "Pace",
  fields: [
    { kind: "number", name: "latencyMs", label: "Each answer takes", ...DURATION },
    {
      kind: "optional",
      name: "holdAfter",
      label: "Hold answers after",
      hint: "Later calls are carried out, but get no answer until this is raised or emptied. Counted since the log was cleared.",
      unit: "calls",
      min: 0,
      max: 10_000_000,
    },
    {
      kind: "optional",
      name: "rateLimit.perSecond",
      label: "Rate limit",
      hint: "For each SID. Calls beyond it within any one second get 429. Empty: no limit.",
      unit: "a second",
      min: 1,
      max: 100_000,
    },
    ...retryAfter("rateLimit"),
    {
      kind: "number",
      name: "retryAfterGraceMs",
      label: "Grace after a Retry-After",
      hint: "A call so soon after it was on its way already, and does not count as too early.",
      ...DURATION,
    },
  ],
};

const account: Section = {
  title: "Key and account",
  fields: [
    { kind: "text", name: "apiKey", label: "API key", hint: "With any SID.", maxLength: 200 },
    { kind: "switch", name: "refuseKey", label: "Refuse every key" },
    {
      kind: "optional",
      name: "refuseKeyAfter",
      label: "The key dies after",
      hint: "Counted since the log was cleared. Empty: never.",
      unit: "calls",
      min: 0,
      max: 10_000_000,
    },
    choice("refuseKeyAs", "A refused key gets", [
      ["401", "401"],
      ["403", "403"],
    ]),
    { kind: "switch", name: "rcsDisabled", label: "RCS not enabled (RCS601)" },
    choice("rcsDisabledAs", "RCS601 comes with", [
      ["401", "401"],
      ["400", "400"],
    ]),
    choice("onlyPath", "Bulk paths", [
      ["", "Both"],
      ["bulk", "Only /lookup/bulk"],
      ["legacy", "Only /lookup"],
    ]),
  ],
};

const down: Section = {
  title: "Outage",
  fields: [
    { kind: "switch", name: "down", label: "Down" },
    choice("downAs", "What a caller sees", [
      ["reset", "Connection reset at once"],
      ["503", "503, an HTML page"],
      ["hang", "No answer at all"],
    ]),
  ],
};

const byTurn: Section = {
  title: "Every n-th call fails",
  fields: [
    {
      kind: "optional",
      name: "failEvery.n",
      label: "Every",
      hint: "1: each of them. Empty: none.",
      unit: "calls",
      min: 1,
      max: 1_000_000,
    },
    choice("failEvery.how", "How", labelsOf(FAULT_KINDS)),
    choice("failEvery.operation", "Only calls of", [
      ["", "Every operation"],
      ...Object.entries(OPERATIONS),
    ]),
    {
      kind: "share",
      name: "failEvery.share",
      label: "Numbers of such a call",
      hint: "Where the fault is one of single numbers.",
    },
    ...retryAfter("failEvery"),
  ],
};

const byNumber: Section = {
  title: "Calls with certain numbers fail",
  fields: [
    {
      kind: "share",
      name: "failNumbers.share",
      label: "Such are",
      hint: "Always the same numbers. 0: none.",
    },
    choice("failNumbers.how", "How", labelsOf(CALL_FAULT_KINDS)),
    ...retryAfter("failNumbers"),
  ],
};

const sizes: Section = {
  title: "Slow and oversize answers",
  note: "They come when calls are made to fail so, above.",
  fields: [
    { kind: "number", name: "slowMs", label: "Slow drips take", ...DURATION },
    {
      kind: "number",
      name: "oversizeMb",
      label: "An oversize answer has",
      unit: "MB",
      min: 1,
      max: 10_000,
    },
  ],
};

/** The settings of calls as a whole. */
export const CALL_SECTIONS: readonly Section[] = [pace, account, down, byTurn, byNumber, sizes];

function labelsOf(kinds: readonly FaultKind[]): [string, string][] {
  return kinds.map((kind) => [kind, FAULT_LABELS[kind]]);
}
