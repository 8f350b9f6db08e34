import metadata from "libphonenumber-js/max/metadata";
import type { CountryCode } from "./country";
import type { NumberType } from "./number-type";

/** A country's numbering plan as libphonenumber's metadata have it, with its patterns compiled once. */
export type CompiledPlan = {
  country: CountryCode;
  callingCode: string;
  /** What is dialled before a calling code, at the start of a number: 011 in the US. */
  internationalPrefix: RegExp;
  /** The trunk prefix at the start of a number, with carrier codes and the like. */
  nationalPrefix: RegExp | null;
  /** Whether groups that the prefix captures are put together to a number by a rule. */
  transforms: boolean;
  /** Every number of the plan, whatever its type. */
  national: RegExp;
  /** The lengths of national numbers, in digits, from the shortest up. */
  lengths: readonly number[];
  /** Told by these first digits alone, a number belongs to this country of its calling code. */
  leadingDigits: RegExp | null;
  types: readonly CompiledType[];
  /** Landlines can't be told from mobiles, as in the US. */
  fixedMayBeMobile: boolean;
};

type RawPlan = NonNullable<(typeof metadata.countries)["US"]>;
/** A pattern, and lengths where they are not those of the whole plan. */
type RawType = readonly [pattern: string, lengths?: number[]];
type CompiledType = { type: NumberType; pattern: RegExp; lengths: ReadonlySet<number> };

/** The places of the types in the metadata, in the order in which libphonenumber asks for them. */
const TYPES: readonly (readonly [NumberType, number])[] = [
  ["fixed_line", 0],
  ["mobile", 1],
  ["premium_rate", 3],
  ["toll_free", 2],
  ["shared_cost", 9],
  ["voip", 8],
  ["personal_number", 4],
  ["pager", 7],
  ["uan", 6],
  ["voicemail", 5],
];

const plans = new Map<CountryCode, CompiledPlan | null>();

/** The compiled plan of a country; null for a code that has none. */
export function compiledPlan(country: CountryCode): CompiledPlan | null {
  const known = plans.get(country);
  if (known !== undefined) return known;
  const raw = Object.hasOwn(metadata.countries, country) ? metadata.countries[country] : undefined;
  const plan = raw ? compile(country, raw) : null;
  plans.set(country, plan);
  return plan;
}

/** Reads the metadata by place; the library's METADATA.md describes them. An absent text is 0. */
function compile(country: CountryCode, raw: RawPlan): CompiledPlan {
  const lengths: number[] = raw[3];
  const nationalPrefix: string | 0 = raw[7] || raw[5];
  const leadingDigits: string | 0 = raw[10];
  const types: readonly (RawType | 0 | null | undefined)[] = raw[11] || [];
  return {
    country,
    callingCode: raw[0],
    internationalPrefix: start(raw[1]),
    nationalPrefix: nationalPrefix ? start(nationalPrefix) : null,
    transforms: Boolean(raw[8]),
    national: whole(raw[2]),
    lengths,
    leadingDigits: leadingDigits ? start(leadingDigits) : null,
    types: TYPES.flatMap(([type, place]) => {
      const [pattern, own]: Partial<RawType> = types[place] || [];
      return pattern ? [{ type, pattern: whole(pattern), lengths: new Set(own ?? lengths) }] : [];
    }),
    // An empty pattern stands for "the same as for landlines".
    fixedMayBeMobile: !(types[1] || [])[0],
  };
}

function start(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})`);
}

function whole(pattern: string): RegExp {
  return new RegExp(`^(?:${pattern})$`);
}

/** The type of a national number in a plan; undefined for a number that is not in it. */
export function typeIn(plan: CompiledPlan, national: string): NumberType | undefined {
  if (!plan.national.test(national)) return undefined;
  for (const { type, pattern, lengths } of plan.types) {
    if (!lengths.has(national.length) || !pattern.test(national)) continue;
    if (type !== "fixed_line") return type;
    return plan.fixedMayBeMobile || isMobile(plan, national) ? "fixed_line_or_mobile" : type;
  }
  return undefined;
}

function isMobile({ types }: CompiledPlan, national: string): boolean {
  const mobile = types.find(({ type }) => type === "mobile");
  return mobile?.lengths.has(national.length) === true && mobile.pattern.test(national);
}
