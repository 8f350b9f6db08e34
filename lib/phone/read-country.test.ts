import { describe, expect, it } from "vitest";
import { listCountries } from "./country";
import { countryName } from "./country-name";
import { ALPHA3_TO_ALPHA2 } from "./iso-alpha3";
import { readCountry } from "./read-country";

describe("readCountry", () => {
  it.each([
    ["US", "US"],
    ["gb", "GB"],
    ["USA", "US"],
    ["deu", "DE"],
    ["xkx", "XK"],
    ["United States", "US"],
    ["united states of america", "US"],
    ["U.S.A.", "US"],
    ["The Netherlands", "NL"],
    ["UK", "GB"],
    ["Côte d'Ivoire", "CI"],
    ["Cote d’Ivoire", "CI"],
    ["Trinidad and Tobago", "TT"],
    ["Saint Lucia", "LC"],
    ["Deutschland", "DE"],
    ["España", "ES"],
    ["Brasil", "BR"],
    ["44", "GB"],
    ["+91", "IN"],
    ["0049", "DE"],
    ["1", "US"],
    [" France ", "FR"],
  ])("reads %j as %s", (cell, country) => {
    expect(readCountry(cell)).toBe(country);
  });

  it.each(["", "Narnia", "XX", "999", "12345", "California", "n/a"])(
    "does not guess %j",
    (cell) => {
      expect(readCountry(cell)).toBeUndefined();
    },
  );

  it("reads the code, the English name and the calling code of every country", () => {
    for (const { code, name, callingCode } of listCountries()) {
      expect(readCountry(code)).toBe(code);
      expect(readCountry(name)).toBe(code);
      const main = readCountry(callingCode);
      expect(listCountries().find((choice) => choice.code === main)?.callingCode).toBe(callingCode);
    }
  });

  it("has an alpha-3 code for every country of ISO 3166-1", () => {
    const covered = new Set(ALPHA3_TO_ALPHA2.values());
    const missing = listCountries().filter(({ code }) => !covered.has(code));
    // Ascension and Tristan da Cunha are parts of Saint Helena there.
    expect(missing.map(({ code }) => code).sort()).toEqual(["AC", "TA"]);
  });
});

it("names the numbers that belong to no country", () => {
  expect(countryName("001")).toBe("International");
  expect(countryName("GB")).toBe("United Kingdom");
});
