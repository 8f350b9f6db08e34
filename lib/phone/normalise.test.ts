import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import type { CountryCode } from "./country";
import type { InvalidReason } from "./invalid-reason";
import { normalise } from "./normalise";

function e164(cell: string, defaultCountry?: CountryCode): string {
  const result = normalise(cell, { defaultCountry });
  return result.ok ? result.e164 : result.reason;
}

describe("one number in many spellings", () => {
  const american = "+14155552671";
  it.each([
    ["(415) 555-2671"],
    ["415.555.2671"],
    ["415-555-2671"],
    ["4155552671"],
    ["1 415 555 2671"],
    ["+1 415 555 2671"],
    ["(+1) 415-555-2671"],
    ["++1 415 555 2671"],
    ["+14155552671;"],
    ["011 1 415 555 2671"],
    ["001 415 555 2671"],
    ["tel:+1-415-555-2671"],
    ["Tel. (415) 555-2671"],
    ["'+14155552671"],
    ['="+14155552671"'],
    ["=“+14155552671”"],
    ["=+14155552671"],
    ['"4155552671"'],
    ["４１５－５５５－２６７１"],
    ["＋１（４１５）５５５－２６７１"],
    ["٤١٥٥٥٥٢٦٧١"],
    ["۴۱۵۵۵۵۲۶۷۱"],
    ["४१५५५५२६७१"],
    ["\u202a+1\u00a0415\u2011555\u20112671\u202c"],
    ["\ufeff415\u200b555\u20602671"],
    ["415 – 555 – 2671"],
    ["415·555·2671"],
    ["4155552671.0"],
    ["14155552671,00"],
    ["4,155,552,671"],
  ])("%j is +14155552671 in the US", (cell) => {
    expect(e164(cell, "US")).toBe(american);
  });

  it.each([
    ["415.555.2671 x12"],
    ["(415) 555-2671 ext. 12"],
    ["415-555-2671 extension 12"],
    ["415-555-2671 #12"],
    ["415-555-2671,,12"],
    ["415-555-2671;12"],
    ["tel:+1-415-555-2671;ext=12"],
  ])("%j is the main number, without its extension", (cell) => {
    expect(e164(cell, "US")).toBe(american);
  });

  it.each<[string, CountryCode | undefined, string]>([
    ["00 44 7911 123456", "GB", "+447911123456"],
    ["00 44 7911 123456", "US", "+447911123456"],
    ["00 44 7911 123456", undefined, "+447911123456"],
    ["011 44 7911 123456", "CA", "+447911123456"],
    ["+00 44 7911 123456", undefined, "+447911123456"],
    ["+44 (0)7911 123456", undefined, "+447911123456"],
    ["0044 (0) 7911 123456", "US", "+447911123456"],
    ["+34 (0)612 345 678", undefined, "+34612345678"],
    ["0788 123 456", "RW", "+250788123456"],
    ["078 812 34 56", "CH", "+41788123456"],
    ["030/901820", "DE", "+4930901820"],
    ["06 12345678", "IT", "+390612345678"],
    ["612345678", "FR", "+33612345678"],
    ["919876543210", "US", "+919876543210"],
    ["91 98765 43210", "IN", "+919876543210"],
    ["919876543210", undefined, "+919876543210"],
    ["447911123456", "US", "+447911123456"],
    ["14155552671", "IN", "+14155552671"],
    ["14155552671", undefined, "+14155552671"],
    ["334455", "AD", "+376334455"],
  ])("%j under %s is %s", (cell, country, expected) => {
    expect(e164(cell, country)).toBe(expected);
  });

  it("takes the calling code over the default country", () => {
    expect(normalise("+44 20 7946 0018", { defaultCountry: "US" })).toMatchObject({
      country: "GB",
    });
  });

  it("finds the country among those that share a calling code", () => {
    expect(normalise("204 234 5678", { defaultCountry: "US" })).toMatchObject({ country: "CA" });
  });

  it("gives numbers that belong to no country the country 001", () => {
    expect(normalise("+800 1234 5678")).toEqual({
      ok: true,
      e164: "+80012345678",
      country: "001",
      type: "toll_free",
    });
    expect(normalise("+883 510 001 234")).toMatchObject({ ok: true, country: "001" });
  });

  it("names the type", () => {
    expect(normalise("800 234 5678", { defaultCountry: "US" })).toMatchObject({
      type: "toll_free",
    });
    expect(normalise("900 234 5678", { defaultCountry: "US" })).toMatchObject({
      type: "premium_rate",
    });
    expect(normalise("0171 1234567", { defaultCountry: "DE" })).toMatchObject({ type: "mobile" });
    expect(normalise("020 7946 0018", { defaultCountry: "GB" })).toMatchObject({
      type: "fixed_line",
    });
    expect(normalise("415 555 2671", { defaultCountry: "US" })).toMatchObject({
      type: "fixed_line_or_mobile",
    });
  });
});

describe("cells that are no number", () => {
  it.each<[InvalidReason, CountryCode | undefined, string[]]>([
    [
      "scientific_notation",
      "US",
      ["1.41555E+10", "9,19876E+11", "9.19876e11", "1E+10", " 4.4E+11 "],
    ],
    [
      "placeholder",
      "US",
      [
        "n/a",
        "N/A",
        "na",
        "-",
        "--",
        "—",
        "0",
        "0000000000",
        "(000) 000-0000",
        "null",
        "NULL",
        "#N/A",
      ],
    ],
    [
      "placeholder",
      "US",
      ["#REF!", "#VALUE!", "none", "unknown", ".", "?", "xxx", "<null>", "+", "٠"],
    ],
    [
      "date",
      "US",
      ["2024-01-31", "31/12/2024", "12/31/2024", "01.02.2024", "1/2/24", "2024-01-31T10:00:00Z"],
    ],
    [
      "date",
      "GB",
      [
        "31 Jan 2024",
        "January 31, 2024",
        "31-Jan-24",
        "2024/1/31 10:15",
        "10:15",
        "1/2/2024 9:05 PM",
      ],
    ],
    [
      "several_numbers",
      "US",
      [
        "415-555-2671 / 415-555-2672",
        "4155552671,4155552672",
        "4155552671;4155552672",
        "+14155552671 +14155552672",
        "415-555-2671 or 415-555-2672",
        "415-555-2671\n415-555-2672",
        "415-555-2671/72",
        "(415) 555-2671 (415) 555-2672",
        "4155552671 & 4155552672",
      ],
    ],
    ["several_numbers", "DE", ["0174/1234567 / 0621/123456"]],
    ["short_code", "US", ["911", "12345", "80 888", "262966"]],
    ["short_code", "DE", ["80888", "12345"]],
    ["short_code", undefined, ["12345"]],
    ["extension_only", "US", ["x12", "ext. 1234", "Ext 5", "extension 12", "#12"]],
    ["hidden_digits", "US", ["415-555-XXXX", "+1415***2671", "******2671", "••••2671"]],
    ["no_digits", "US", ["John", "call me", "a@b.example", "☎"]],
    [
      "letters",
      "US",
      ["1-800-FLOWERS", "415-555-2671 home", "bob1@b.example", "$4155552671", "415_555_2671"],
    ],
    ["too_short", "US", ["12", "555-2671", "+1415555", "+44 12", "00 44 12"]],
    ["too_short", "GB", ["20794600"]],
    [
      "too_long",
      "US",
      ["52345678901", "+141555526711", "12345678901234567890", "4155552671415555"],
    ],
    ["no_country", undefined, ["(415) 555-2671", "0788 123 456", "07911123456", "555-2671"]],
    ["unknown_calling_code", undefined, ["+999 123 4567", "+0 415 555 2671", "00 999 1234567"]],
    ["unknown_calling_code", "GB", ["+07911 123456"]],
    ["not_a_valid_number", "US", ["9100000000", "0936933841", "+1 911 555 2671", "1234567890"]],
  ])("%s under %s", (reason, defaultCountry, cells) => {
    const seen = cells.map((cell) => [cell, normalise(cell, { defaultCountry })]);
    expect(seen).toEqual(cells.map((cell) => [cell, { ok: false, reason }]));
  });
});

describe("nothing is guessed", () => {
  it("never pads scientific notation, however many digits it shows", () => {
    expect(e164("1.4155552671E+10", "US")).toBe("scientific_notation");
  });

  it("does not turn a spreadsheet's decimal zero into a digit", () => {
    expect(e164("4155552671.0")).toBe("no_country");
  });

  it("does not turn a misspelt national number into another country's", () => {
    // +45 9123 4567 is a Danish mobile, but ten digits in the US are an American number.
    expect(e164("4591234567", "US")).toBe("not_a_valid_number");
    expect(e164("+4591234567", "US")).toBe("+4591234567");
  });

  it("does not put the halves of two numbers together", () => {
    expect(e164("415555/2671919", "US")).not.toMatch(/^\+/);
  });
});

it("refuses text of any length, however it is made", () => {
  const long = (unit: string) => normalise(unit.repeat(1_000_000), { defaultCountry: "US" });
  expect(long("4")).toEqual({ ok: false, reason: "letters" });
  expect(long("a b")).toEqual({ ok: false, reason: "no_digits" });
  expect(long("+14155552671, ")).toEqual({ ok: false, reason: "several_numbers" });
  expect(normalise(`1${" ".repeat(1_000_000)}\u00a0x`)).toMatchObject({ ok: false });
});

describe("laws", () => {
  const countries = getCountries();

  it("reads the example mobile number of every country in national and international spelling", () => {
    for (const country of countries) {
      const example = getExampleNumber(country, examples);
      if (!example) continue;
      expect(e164(example.formatInternational())).toBe(example.number);
      expect(e164(example.formatNational(), country)).toBe(example.number);
      expect(e164(`00${example.number.slice(1)}`)).toBe(example.number);
    }
  });

  it("leaves its own result as it is, under any default country", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...countries),
        fc.constantFrom(...countries),
        fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 4, maxLength: 13 }),
        (country, other, digits) => {
          const first = normalise(digits, { defaultCountry: country });
          if (first.ok) expect(normalise(first.e164, { defaultCountry: other })).toEqual(first);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it("gives E.164 or a reason for any text, and never throws", () => {
    const cell = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(..."0123456789+-() ./x,;#eE*"), maxLength: 30 }),
      fc.string({ unit: "binary", maxLength: 300 }),
    );
    fc.assert(
      fc.property(
        cell,
        fc.option(fc.constantFrom(...countries), { nil: undefined }),
        (text, country) => {
          const result = normalise(text, { defaultCountry: country });
          if (result.ok) expect(result.e164).toMatch(/^\+[1-9]\d{6,14}$/);
          else expect(result.reason).toMatch(/^[a-z_]+$/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
