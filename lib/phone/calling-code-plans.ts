import metadata from "libphonenumber-js/max/metadata";
import { type CompiledPlan, compiledPlan, typeIn } from "./compiled-plan";
import type { NumberType } from "./number-type";

/** A country's plan, and the type that a number has in it, if it is valid. */
export type Placed = { plan: CompiledPlan; type: NumberType | undefined };

/** The countries of one calling code. The first is the main one, by whose plan numbers are cut. */
export class CallingCodePlans {
  readonly main: CompiledPlan;
  private readonly plans: readonly CompiledPlan[];
  private lastNational: string | null = null;
  private lastPlaced: Placed | undefined;

  constructor(main: CompiledPlan, others: readonly CompiledPlan[]) {
    this.main = main;
    this.plans = [main, ...others];
  }

  /** The country that a national number belongs to; undefined where several could and none does. */
  place(national: string): Placed | undefined {
    // One number is asked for several times while its prefixes are looked for.
    if (national === this.lastNational) return this.lastPlaced;
    this.lastNational = national;
    this.lastPlaced = this.find(national);
    return this.lastPlaced;
  }

  private find(national: string): Placed | undefined {
    if (this.plans.length === 1) return { plan: this.main, type: typeIn(this.main, national) };
    for (const plan of this.plans) {
      if (plan.leadingDigits) {
        if (plan.leadingDigits.test(national)) return { plan, type: typeIn(plan, national) };
      } else {
        const type = typeIn(plan, national);
        if (type) return { plan, type };
      }
    }
    return undefined;
  }
}

const known = new Map<string, CallingCodePlans | null>();
const LONGEST_CALLING_CODE = 3;

/** The countries of a calling code; null for one that is unknown or belongs to none, as 800. */
export function callingCodePlans(callingCode: string): CallingCodePlans | null {
  const found = known.get(callingCode);
  if (found !== undefined) return found;
  const countries = metadata.country_calling_codes[callingCode] ?? [];
  const [main, ...others] = countries.flatMap((country) => compiledPlan(country) ?? []);
  const plans = main ? new CallingCodePlans(main, others) : null;
  // Only codes that exist: digits from outside must not fill the memory.
  if (plans) known.set(callingCode, plans);
  return plans;
}

/**
 * The calling code at the start of digits. No code begins with another. Undefined where there is
 * none; null for one that belongs to no country.
 */
export function startingCallingCode(digits: string): CallingCodePlans | null | undefined {
  for (let length = 1; length <= LONGEST_CALLING_CODE; length += 1) {
    const code = digits.slice(0, length);
    const plans = callingCodePlans(code);
    if (plans) return plans;
    if (Object.hasOwn(metadata.nonGeographic, code)) return null;
  }
  return undefined;
}
