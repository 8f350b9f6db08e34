import { describe, expect, it } from "vitest";
import type { CountryCode } from "@/lib/phone/country";
import { proposeColumns } from "./propose-columns";

function propose(header: string[], rows: string[][], region: CountryCode | null = null) {
  return proposeColumns([header, ...rows], true, region);
}

/** Rows of one column each, side by side. */
function columns(...cells: string[][]): string[][] {
  return (cells[0] ?? []).map((_, row) => cells.map((column) => column[row] ?? ""));
}

const AMERICAN = ["(415) 555-2671", "212-555-0123", "3105550188", "646.555.0101", "718 555 0177"];
const INDIAN = ["9876543210", "8123456789", "7012345678", "9912345678", "9000012345"];
const INTERNATIONAL = [
  "+14155552671",
  "+442079460018",
  "+33612345678",
  "+919876543210",
  "+4930901820",
];
const NAMES = ["Ann", "Bob", "Cleo", "Dan", "Eve"];
const IDS = ["100001", "100002", "100003", "100004", "100005"];

describe("the phone column", () => {
  it("is found by its cells, whatever its name", () => {
    const { proposal, columns: found } = propose(["who", "x"], columns(NAMES, AMERICAN));
    expect(proposal.phoneColumn).toBe(1);
    expect(found[1]).toMatchObject({ index: 1, name: "x", filledShare: 1, phoneShare: 1 });
    expect(found[1]?.samples).toEqual(AMERICAN);
    expect(found[0]?.phoneShare).toBe(0);
  });

  it("is found without a header", () => {
    const { proposal, columns: found } = proposeColumns(columns(NAMES, AMERICAN), false, null);
    expect(proposal.phoneColumn).toBe(1);
    expect(found.map(({ name }) => name)).toEqual(["Column 1", "Column 2"]);
  });

  it.each([
    [["Landline phone", "Mobile phone"], 1],
    [["Fax", "Phone"], 1],
    [["Phone", "Fax number"], 0],
    [["Contact", "MSISDN"], 1],
    [["Teléfono", "Código postal"], 0],
    [["a", "b"], 0],
  ])("among several, %j, is the one named best, else the first", (header, expected) => {
    expect(propose(header, columns(AMERICAN, INTERNATIONAL)).proposal.phoneColumn).toBe(expected);
  });

  it("is proposed by name when only some of its cells are good", () => {
    const messy = ["415 555 2671", "n/a", "1.4E+10", "", "212 555 0123"];
    expect(propose(["Name", "Phone"], columns(NAMES, messy)).proposal.phoneColumn).toBe(1);
  });

  it("is null when no column reads as phone numbers: nothing is guessed", () => {
    const zips = ["94103", "10001", "60601", "73301", "02108"];
    const dates = ["2024-01-31", "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04"];
    const orders = ["20240001", "20240002", "20240003", "20240004", "20240005"];
    const { proposal } = propose(
      ["Name", "Customer ID", "ZIP", "Date", "Ref"],
      columns(NAMES, IDS, zips, dates, orders),
      "DE",
    );
    expect(proposal).toEqual({ phoneColumn: null, countryColumn: null, defaultCountry: null });
  });

  it("is not a column named Phone without any number", () => {
    expect(propose(["Phone"], columns(NAMES)).proposal.phoneColumn).toBeNull();
  });
});

describe("the default country", () => {
  it.each<[string, string[], CountryCode | null, CountryCode | null]>([
    ["American numbers", AMERICAN, null, "US"],
    ["American numbers in a German browser", AMERICAN, "DE", "US"],
    ["Indian numbers", INDIAN, null, "IN"],
    ["Indian numbers without their plus", INDIAN.map((number) => `91${number}`), null, "IN"],
    [
      "British numbers",
      ["020 7946 0018", "07911 123456", "0161 496 0123", "07400 123456"],
      null,
      "GB",
    ],
    [
      "Singaporean numbers in a Singaporean browser",
      ["91234567", "81234567", "98765432"],
      "SG",
      "SG",
    ],
    ["only international numbers", INTERNATIONAL, "US", null],
    ["a mix of everything", ["0612345678", "98765432", "555 1234", "12345678"], null, null],
  ])("of %s in a browser of %s", (_, cells, region, expected) => {
    expect(propose(["Phone"], columns(cells), region).proposal.defaultCountry).toBe(expected);
  });

  it("follows the numbers of the list that have a calling code", () => {
    const cells = ["+6591234567", "+6581234567", "91234567", "81234567", "98765432"];
    expect(propose(["Phone"], columns(cells)).proposal.defaultCountry).toBe("SG");
  });
});

describe("the country column", () => {
  it.each([
    ["Country", ["US", "GB", "FR", "IN", "DE"]],
    ["country_code", ["1", "44", "33", "91", "49"]],
    ["whatever", ["USA", "GBR", "FRA", "IND", "DEU"]],
    ["Land", ["Vereinigte Staaten", "Frankreich", "Indien", "Deutschland", ""]],
  ])("is found as %s", (name, cells) => {
    const { proposal } = propose(["Phone", name], columns(INTERNATIONAL, cells));
    expect(proposal.countryColumn).toBe(1);
  });

  it.each([
    ["State", ["AL", "CA", "DE", "IN", "CO"]],
    ["Language", ["de", "fr", "it", "es", "nl"]],
    ["Consent", ["no", "no", "no", "no", "no"]],
    ["Score", ["1", "44", "33", "91", "49"]],
    ["Initials", ["US", "QQ", "ZZ", "DE", "XX"]],
  ])("is not %s", (name, cells) => {
    const { proposal } = propose(["Phone", name], columns(AMERICAN, cells));
    expect(proposal.countryColumn).toBeNull();
  });

  it("lets national numbers of many countries be found", () => {
    const national = [
      "(415) 555-2671",
      "020 7946 0018",
      "06 12 34 56 78",
      "98765 43210",
      "030 901820",
    ];
    const { proposal, columns: found } = propose(
      ["who", "where"],
      columns(national, ["US", "GB", "FR", "IN", "DE"]),
    );
    expect(proposal).toMatchObject({ phoneColumn: 0, countryColumn: 1 });
    expect(found[0]?.phoneShare).toBe(1);
  });

  it("makes a default country needless where every row has one", () => {
    const full = propose(["Phone", "Country"], columns(AMERICAN, ["US", "US", "US", "US", "US"]));
    expect(full.proposal).toEqual({ phoneColumn: 0, countryColumn: 1, defaultCountry: null });
    const gaps = propose(["Phone", "Country"], columns(AMERICAN, ["US", "", "US", "", "US"]));
    expect(gaps.proposal.defaultCountry).toBe("US");
  });
});

it("gives every column a name of its own", () => {
  const { columns: found } = propose(
    ["Phone", "", "Phone", " Phone "],
    [["1", "2", "3", "4", "5"]],
  );
  expect(found.map(({ name }) => name)).toEqual([
    "Phone",
    "Column 2",
    "Phone (2)",
    "Phone (3)",
    "Column 5",
  ]);
});
