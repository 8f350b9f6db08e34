/** A network of a country, with its part of the numbers and the part of those that have RCS. */
export interface Carrier {
  name: string;
  share: number;
  rcs: number;
  mcc: string;
  mnc: string;
}

export interface Country {
  /** ISO 3166; null: a country that the sandbox knows nothing of. */
  iso: string | null;
  callingCode: number | null;
  /** Whether lookups give `carrierId` and `carrierStatus`: documented for US, shown for India. */
  tellsCarrier: boolean;
  carriers: readonly Carrier[];
}

type Row = [name: string, share: number, rcs: number, mcc: string, mnc: string];

function country(iso: string, callingCode: number, tellsCarrier: boolean, rows: Row[]): Country {
  const carriers = rows.map(([name, share, rcs, mcc, mnc]) => ({ name, share, rcs, mcc, mnc }));
  return { iso, callingCode, tellsCarrier, carriers };
}

const UNITED_STATES = country("US", 1, true, [
  ["T-Mobile", 0.32, 0.74, "310", "260"],
  ["AT&T", 0.28, 0.68, "310", "410"],
  ["Verizon", 0.28, 0.7, "311", "480"],
  ["Cricket", 0.04, 0.5, "310", "150"],
  ["US Cellular", 0.04, 0.45, "311", "580"],
  ["Google", 0.04, 0.92, "310", "260"],
]);
const CANADA = country("CA", 1, false, [
  ["Rogers", 0.4, 0.62, "302", "720"],
  ["Bell", 0.3, 0.58, "302", "610"],
  ["Telus", 0.3, 0.6, "302", "220"],
]);
const CANADIAN_AREAS = new Set(
  (
    "204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 403 416 418 428 431 437 438 " +
    "450 460 468 474 506 514 519 548 579 581 584 587 604 613 639 647 672 683 705 709 742 753 " +
    "778 780 782 807 819 825 867 873 879 902 905 942"
  ).split(" "),
);

const BY_CALLING_CODE = new Map(
  [
    UNITED_STATES,
    country("IN", 91, true, [
      ["Jio", 0.4, 0.74, "405", "857"],
      ["Airtel", 0.33, 0.7, "404", "10"],
      ["Vi", 0.19, 0.6, "404", "20"],
      ["BSNL", 0.08, 0.15, "404", "34"],
    ]),
    country("GB", 44, false, [
      ["EE", 0.35, 0.64, "234", "30"],
      ["O2", 0.3, 0.6, "234", "10"],
      ["Vodafone", 0.35, 0.68, "234", "15"],
    ]),
    country("DE", 49, false, [
      ["Telekom", 0.4, 0.7, "262", "01"],
      ["Vodafone", 0.3, 0.68, "262", "02"],
      ["O2", 0.3, 0.55, "262", "03"],
    ]),
    country("FR", 33, false, [
      ["Orange", 0.4, 0.66, "208", "01"],
      ["SFR", 0.3, 0.6, "208", "10"],
      ["Bouygues", 0.3, 0.61, "208", "20"],
    ]),
    country("ES", 34, false, [
      ["Movistar", 0.4, 0.63, "214", "07"],
      ["Orange", 0.3, 0.6, "214", "03"],
      ["Vodafone", 0.3, 0.64, "214", "01"],
    ]),
    country("IT", 39, false, [
      ["TIM", 0.4, 0.52, "222", "01"],
      ["Vodafone", 0.3, 0.6, "222", "10"],
      ["WindTre", 0.3, 0.48, "222", "88"],
    ]),
    country("NL", 31, false, [
      ["KPN", 0.4, 0.5, "204", "08"],
      ["Odido", 0.3, 0.45, "204", "16"],
      ["Vodafone", 0.3, 0.55, "204", "04"],
    ]),
    country("IE", 353, false, [
      ["Vodafone", 0.5, 0.58, "272", "01"],
      ["Three", 0.5, 0.5, "272", "05"],
    ]),
    country("BR", 55, false, [
      ["Vivo", 0.4, 0.72, "724", "10"],
      ["Claro", 0.35, 0.7, "724", "05"],
      ["TIM", 0.25, 0.68, "724", "02"],
    ]),
    country("MX", 52, false, [
      ["Telcel", 0.65, 0.66, "334", "020"],
      ["AT&T", 0.35, 0.62, "334", "050"],
    ]),
    country("AU", 61, false, [
      ["Telstra", 0.5, 0.55, "505", "01"],
      ["Optus", 0.5, 0.4, "505", "02"],
    ]),
  ].map((entry) => [String(entry.callingCode), entry]),
);

const ELSEWHERE: Country = {
  iso: null,
  callingCode: null,
  tellsCarrier: false,
  carriers: [{ name: "", share: 1, rcs: 0.4, mcc: "", mnc: "" }],
};

/** The country of a number, given as its digits. */
export function countryOf(digits: string): Country {
  if (digits.startsWith("1") && CANADIAN_AREAS.has(digits.slice(1, 4))) return CANADA;
  for (const length of [1, 2, 3]) {
    const known = BY_CALLING_CODE.get(digits.slice(0, length));
    if (known !== undefined) return known;
  }
  return ELSEWHERE;
}
