import type { CountryCode } from "@/lib/phone/country";
import { isBlank } from "@/lib/phone/is-blank";
import { readCountry } from "@/lib/phone/read-country";
import { columnNames } from "./column-names";
import { dataRows } from "./head";
import { countryHint, phoneHint } from "./header-hints";
import { judgeColumn, phoneShareByCountry } from "./judge-column";
import type { ColumnInfo, Inspection } from "./protocol";

const SAMPLES = 5;
const SAMPLE_CHARS = 80;
/** Below these shares of readable cells nothing is proposed: with and without a telling header. */
const PHONE_SHARE = { named: 0.2, unnamed: 0.6 };
const COUNTRY_SHARE = { named: 0.5, unnamed: 0.95 };
const ONLY_DIGITS = /^\W*\d+$/;

type Judged = ColumnInfo & { defaultCountry: CountryCode | null; distinctCountries: number };

/**
 * Describes each column of the first records and proposes where the numbers and the countries are.
 * Null where nothing speaks clearly. `region` is the country of the browser's language.
 */
export function proposeColumns(
  records: readonly string[][],
  hasHeader: boolean,
  region: CountryCode | null,
): Pick<Inspection, "columns" | "proposal"> {
  const rows = dataRows(records, hasHeader).map(({ record }) => record);
  const described = columnNames(records, hasHeader).map((name, index) =>
    describeColumn(name, index, rows, region),
  );
  const country = best(described, countryScore);
  const judged = described.map((column) => withRowCountries(column, rows, country));
  const phone = best(judged, phoneScore);
  return {
    columns: judged.map(({ defaultCountry: _, distinctCountries: __, ...column }) => column),
    proposal: {
      phoneColumn: phone?.index ?? null,
      countryColumn: country?.index ?? null,
      // Where every row names its country, a default one would only hide a missing name.
      defaultCountry:
        country && country.filledShare > 0.99 ? null : (phone?.defaultCountry ?? null),
    },
  };
}

function describeColumn(
  name: string,
  index: number,
  rows: readonly string[][],
  region: CountryCode | null,
): Judged {
  const cells = rows.map((row) => row[index] ?? "").filter((cell) => !isBlank(cell));
  const { phoneShare, defaultCountry } = judgeColumn(cells, region);
  const countries = cells.flatMap((cell) => {
    // Numbers are calling codes only where the header says so.
    if (ONLY_DIGITS.test(cell) && countryHint(name) < 1) return [];
    return readCountry(cell) ?? [];
  });
  return {
    index,
    name,
    samples: [...new Set(cells)].slice(0, SAMPLES).map((cell) => cell.slice(0, SAMPLE_CHARS)),
    filledShare: share(cells.length, rows.length),
    phoneShare,
    countryShare: share(countries.length, cells.length),
    defaultCountry,
    distinctCountries: new Set(countries).size,
  };
}

/** National numbers of many countries are only readable with the country of each row. */
function withRowCountries(
  column: Judged,
  rows: readonly string[][],
  country: Judged | undefined,
): Judged {
  if (!country || country.index === column.index || column.phoneShare === 0) return column;
  const cells = rows.map((row): [string, CountryCode?] => [
    row[column.index] ?? "",
    readCountry(row[country.index] ?? ""),
  ]);
  const phoneShare = phoneShareByCountry(cells.filter(([cell]) => !isBlank(cell)));
  return { ...column, phoneShare: Math.max(column.phoneShare, phoneShare) };
}

function phoneScore({ name, phoneShare, filledShare }: Judged): number {
  const hint = phoneHint(name);
  if (hint < 0 || phoneShare < (hint > 0 ? PHONE_SHARE.named : PHONE_SHARE.unnamed)) return 0;
  return phoneShare + 0.2 * filledShare + 0.5 * Math.min(hint, 1) + (hint === 2 ? 0.1 : 0);
}

function countryScore({ name, countryShare, distinctCountries }: Judged): number {
  const hint = countryHint(name);
  if (hint > 0) return countryShare >= COUNTRY_SHARE.named ? 1 + countryShare : 0;
  // A column of one value, such as "no", may read as Norway.
  const isClear = hint === 0 && countryShare >= COUNTRY_SHARE.unnamed && distinctCountries > 1;
  return isClear ? countryShare : 0;
}

function best(columns: Judged[], score: (column: Judged) => number): Judged | undefined {
  let winner: Judged | undefined;
  for (const column of columns) {
    if (score(column) > (winner ? score(winner) : 0)) winner = column;
  }
  return winner;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
