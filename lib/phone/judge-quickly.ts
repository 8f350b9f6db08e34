import { type CallingCodePlans, callingCodePlans, startingCallingCode } from "./calling-code-plans";
import { type CompiledPlan, compiledPlan, typeIn } from "./compiled-plan";
import type { CountryCode } from "./country";
import { NO_COUNTRY } from "./country-name";
import { type JudgedNumber, LONGEST_E164, SHORTEST_E164 } from "./judged-number";

/** Not decided here: ask the library. */
export const UNUSUAL = Symbol("unusual");

type Quick = JudgedNumber | undefined | typeof UNUSUAL;

const DIGITS = /^\+?\d{3,20}$/;
const SHORTEST_NATIONAL = 2;
const LONGEST_NATIONAL = 17;

/**
 * What libphonenumber-js makes of digits, step by step as it does it, but with patterns that are
 * compiled once (its `parse`, `extractCountryCallingCode`, `extractNationalNumber` and
 * `getNumberType`). Left to the library: calling codes of no country, numbers that a rule puts
 * together anew (as in Argentina), and whatever is no string of 3 to 20 digits.
 */
export function judgeQuickly(number: string, country?: CountryCode): Quick {
  if (!DIGITS.test(number)) return UNUSUAL;
  if (number.startsWith("+")) return judgeInternational(number.slice(1));
  const plan = country ? compiledPlan(country) : null;
  const plans = plan && callingCodePlans(plan.callingCode);
  return plans ? judgeNational(number, plan, plans) : UNUSUAL;
}

function judgeInternational(digits: string): Quick {
  const plans = startingCallingCode(digits);
  if (plans === undefined) return undefined;
  if (plans === null) return UNUSUAL;
  return judgeIn(digits.slice(plans.main.callingCode.length), plans.main, plans);
}

function judgeNational(number: string, plan: CompiledPlan, plans: CallingCodePlans): Quick {
  const dialledAbroad = withoutInternationalPrefix(number, plan);
  if (dialledAbroad !== undefined) return judgeInternational(dialledAbroad);
  if (number.startsWith(plan.callingCode)) {
    const shorter = number.slice(plan.callingCode.length);
    const isCallingCode = readsBetter(shorter, number, plan, plans);
    if (isCallingCode === UNUSUAL) return UNUSUAL;
    if (isCallingCode) return judgeIn(shorter, plans.main, plans);
  }
  return judgeIn(number, plan, plans, plan.country);
}

/** The digits behind a prefix such as 00, with a calling code first; undefined when there is none. */
function withoutInternationalPrefix(number: string, plan: CompiledPlan): string | undefined {
  const prefix = plan.internationalPrefix.exec(number)?.[0];
  if (!prefix) return undefined;
  const rest = number.slice(prefix.length);
  return rest === "" || rest.startsWith("0") ? undefined : rest;
}

/** Whether digits become a number only without their calling code, or are too long with it. */
function readsBetter(
  shorter: string,
  number: string,
  plan: CompiledPlan,
  plans: CallingCodePlans,
): boolean | typeof UNUSUAL {
  const without = nationalNumber(shorter, plan, plans);
  const national = nationalNumber(number, plan, plans);
  if (without === UNUSUAL || national === UNUSUAL) return UNUSUAL;
  if (!plan.national.test(national) && plan.national.test(without)) return true;
  return national.length > (plan.lengths.at(-1) ?? 0);
}

/** Judges digits as dialled by a plan; `country` is the one of a number without a calling code. */
function judgeIn(
  digits: string,
  plan: CompiledPlan,
  plans: CallingCodePlans,
  country?: CountryCode,
): Quick {
  const national = nationalNumber(digits, plan, plans);
  if (national === UNUSUAL) return UNUSUAL;
  if (national.length < SHORTEST_NATIONAL || national.length > LONGEST_NATIONAL) return undefined;
  const length = plan.callingCode.length + national.length;
  if (length < SHORTEST_E164 || length > LONGEST_E164) return undefined;
  const placed = plans.place(national);
  const type = placed ? placed.type : typeIn(plan, national);
  if (!type) return undefined;
  return {
    e164: `+${plan.callingCode}${national}`,
    country: placed?.plan.country ?? country ?? NO_COUNTRY,
    type,
    national,
  };
}

/** Digits without a trunk prefix, unless they are a number with it and none without. */
function nationalNumber(
  digits: string,
  plan: CompiledPlan,
  plans: CallingCodePlans,
): string | typeof UNUSUAL {
  const prefix = plan.nationalPrefix?.exec(digits);
  if (!prefix) return digits;
  if (plan.transforms && prefix.length > 1 && prefix.at(-1)) return UNUSUAL;
  const rest = digits.slice(prefix[0].length);
  if (rest === digits) return digits;
  if (plan.national.test(digits) && !plan.national.test(rest)) return digits;
  const { lengths } = plans.place(rest)?.plan ?? plan;
  return lengths.includes(rest.length) || rest.length > (lengths.at(-1) ?? 0) ? rest : digits;
}
