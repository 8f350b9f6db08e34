import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import Papa from "papaparse";
import { expect, it } from "vitest";
import { type CountryCode, listCountries } from "./country";
import { judge } from "./judge";
import { judgeByLibrary } from "./judge-by-library";
import { normalise } from "./normalise";
import { normaliseByLibrary } from "./testing/normalise-by-library";
import { pick, seededRandom } from "./testing/random";
import { randomCell } from "./testing/random-cell";

const COUNTRIES = listCountries().map(({ code }) => code);
/** A million is one command away: see docs/decisions/0014-compiled-patterns.md. */
const CELLS = Number(process.env.PHONE_CELLS ?? 30_000);
const SEED = Number(process.env.PHONE_SEED ?? 1);
const LISTS = ["../../e2e/data/us-hospitals.csv", "../../../shared/data/us-hospitals.csv"];

function expectSame(cell: string, countries: readonly (CountryCode | undefined)[]): void {
  for (const country of countries) {
    const ours = normalise(cell, { defaultCountry: country });
    const theirs = normaliseByLibrary(cell, country);
    // A deep comparison of each takes longer than all else.
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      expect({ cell, country, read: ours }).toEqual({ cell, country, read: theirs });
    }
  }
}

it("reads the example numbers of all countries as the library does, however they are written", () => {
  const neighbours: CountryCode[] = ["US", "GB", "DE", "IT", "AR"];
  for (const country of COUNTRIES) {
    const example = getExampleNumber(country, examples);
    if (!example) continue;
    const { number, nationalNumber, countryCallingCode } = example;
    const spellings = [
      number,
      nationalNumber,
      example.formatInternational(),
      example.formatNational(),
      `${countryCallingCode}${nationalNumber}`,
      `00${countryCallingCode}${nationalNumber}`,
      `0${nationalNumber}`,
      number.slice(0, -1),
      `${number}0`,
    ];
    for (const spelling of spellings) {
      expectSame(spelling, [undefined, country, ...neighbours]);
    }
  }
});

it(`reads ${CELLS.toLocaleString("en")} generated cells as the library does, under several default countries`, {
  timeout: 0,
}, () => {
  const random = seededRandom(SEED);
  let valid = 0;
  for (let index = 0; index < CELLS; index += 1) {
    const { cell, country } = randomCell(random);
    const other = random(3) === 0 ? undefined : pick(random, COUNTRIES);
    expectSame(cell, [country, other]);
    if (normalise(cell, { defaultCountry: country }).ok) valid += 1;
  }
  // Else the cells would show little of what the patterns do.
  expect(valid / CELLS).toBeGreaterThan(0.4);
  expect(valid / CELLS).toBeLessThan(0.8);
});

it("judges digits as the library does, the national number included", { timeout: 0 }, () => {
  const random = seededRandom(SEED + 1);
  for (let index = 0; index < CELLS / 10; index += 1) {
    const { cell, country } = randomCell(random);
    const digits = (cell.startsWith("+") ? "+" : "") + cell.replace(/\D/g, "");
    const ours = judge(digits, country);
    const theirs = judgeByLibrary(digits, country);
    if (JSON.stringify(ours) !== JSON.stringify(theirs)) {
      expect({ digits, country, judged: ours }).toEqual({ digits, country, judged: theirs });
    }
  }
});

it("reads real lists as the library does", () => {
  for (const list of LISTS.map((place) => path.resolve(import.meta.dirname, place))) {
    if (!existsSync(list)) continue;
    const { data } = Papa.parse<Record<string, string>>(readFileSync(list, "utf8"), {
      header: true,
      skipEmptyLines: true,
    });
    for (const record of data) {
      for (const cell of Object.values(record)) expectSame(cell, ["US"]);
    }
  }
});
