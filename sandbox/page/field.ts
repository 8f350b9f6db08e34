/** A value that a choice offers; the empty one stands for null. */
export interface Option {
  value: string;
  label: string;
}

interface Base {
  /** The setting, with a point before a part of it: `rateLimit.perSecond`. */
  name: string;
  label: string;
  hint?: string;
}

/** How a setting is entered on the page. */
export type Field = Base &
  (
    | { kind: "number"; min: number; max: number; unit?: string }
    /** A number that may be left out, which is null. */
    | { kind: "optional"; min: number; max: number; unit?: string }
    /** From 0 to 1, shown in percent. */
    | { kind: "share" }
    | { kind: "switch" }
    | { kind: "choice"; options: readonly Option[] }
    | { kind: "text"; maxLength: number }
  );

/** Fields that belong together. */
export interface Section {
  title: string;
  note?: string;
  fields: readonly Field[];
}

/** @param options value and label of each, in the order shown */
export function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
): Field {
  const listed = options.map(([value, text]) => ({ value, label: text }));
  return { kind: "choice", name, label, options: listed };
}

export function share(name: string, label: string): Field {
  return { kind: "share", name, label };
}

/** The two fields of a `Retry-After`, wherever one can be given. */
export function retryAfter(setting: string): Field[] {
  return [
    {
      kind: "optional",
      name: `${setting}.retryAfter`,
      label: "Retry-After",
      unit: "s",
      min: 0,
      max: 86_400,
    },
    choice(`${setting}.retryAfterAs`, "Given as", [
      ["seconds", "Seconds"],
      ["date", "A date"],
      ["none", "Not at all"],
    ]),
  ];
}
