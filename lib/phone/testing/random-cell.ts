import metadata from "libphonenumber-js/max/metadata";
import { type CountryCode, callingCode, listCountries } from "../country";
import { digitsOfPattern } from "./digits-of-pattern";
import { pick, type Random } from "./random";

const COUNTRIES = listCountries().map(({ code }) => code);
const GAPS = [" ", "-", ".", " - ", "/", " ", "", "\u00a0"];
/** How often each is taken: most cells are written plainly. */
const WRAPPERS: readonly ((cell: string) => string)[] = [
  ...Array.from({ length: 14 }, () => (cell: string) => cell),
  (cell) => ` ${cell} `,
  (cell) => `'${cell}`,
  (cell) => `${cell}.0`,
  (cell) => `tel:${cell}`,
  (cell) => `${cell} x12`,
  (cell) => `${cell};`,
  (cell) => `+${cell}`,
  (cell) => cell.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
];

/** A cell of a phone column, and the country that it was made for. */
export type RandomCell = { cell: string; country: CountryCode };

/**
 * A number of some country and type, as it should be or with a fault (a wrong, missing, further or
 * swapped digit, any digits at all), dialled in some way and written in some way.
 */
export function randomCell(random: Random): RandomCell {
  const country = pick(random, COUNTRIES);
  const national = faulty(nationalDigits(country, random), random);
  const cell = pick(random, WRAPPERS)(written(dialled(national, country, random), random));
  return { cell, country };
}

function nationalDigits(country: CountryCode, random: Random): string {
  const plan = metadata.countries[country] ?? [];
  const types: ([string] | 0 | null)[] = plan[11];
  const patterns = types.flatMap((type) => (type && type[0] !== "" ? [type[0]] : []));
  const pattern: string = random(8) === 0 ? plan[2] : pick(random, patterns);
  return digitsOfPattern(pattern, random);
}

function faulty(digits: string, random: Random): string {
  const at = random(digits.length);
  const other = String(random(10));
  switch (random(12)) {
    case 0:
    case 1:
      return digits.slice(0, at) + other + digits.slice(at + 1);
    case 2:
      return digits.slice(0, at) + other + digits.slice(at);
    case 3:
      return digits.slice(0, at) + digits.slice(at + 1);
    case 4:
      return (
        digits.slice(0, at) +
        digits
          .slice(at, at + 2)
          .split("")
          .reverse()
          .join("") +
        digits.slice(at + 2)
      );
    case 5:
      return Array.from({ length: 1 + random(17) }, () => String(random(10))).join("");
    default:
      return digits;
  }
}

function dialled(national: string, country: CountryCode, random: Random): string {
  const code = callingCode(country);
  const plan = metadata.countries[country] ?? [];
  const trunk = plan[5] || "";
  switch (random(14)) {
    case 0:
    case 1:
    case 2:
      return national;
    case 3:
    case 4:
      return trunk + national;
    case 5:
    case 6:
    case 7:
      return `+${code}${national}`;
    case 8:
      return `+${code}${trunk}${national}`;
    case 9:
    case 10:
      return code + national;
    case 11:
      return `00${code}${national}`;
    case 12:
      return `${/^\d+$/.test(plan[1]) ? plan[1] : "011"}${code}${national}`;
    default:
      return pick(random, ["0", "1", "8", "+", "011", "00"]) + national;
  }
}

/** In groups, with brackets around one of them now and then. */
function written(digits: string, random: Random): string {
  if (random(3) === 0) return digits;
  const gap = pick(random, GAPS);
  const groups: string[] = [];
  let rest = digits.startsWith("+") ? digits.slice(1) : digits;
  while (rest !== "") {
    const length = rest.length <= 4 ? rest.length : 1 + random(4);
    groups.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  const bracketed = random(4);
  return (
    (digits.startsWith("+") ? "+" : "") +
    groups.map((group, index) => (index === bracketed ? `(${group})` : group)).join(gap)
  );
}
