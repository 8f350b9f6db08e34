import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { readHead } from "./head";
import { inspectHead, proposedOptions } from "./inspect";
import { previewHead } from "./preview";

const SAMPLE = path.resolve(import.meta.dirname, "../../public/sample-audience.csv");

it("the sample list shows every kind of row, with what it proposes itself", async () => {
  const head = await readHead(new File([await readFile(SAMPLE)], "sample-audience.csv"));
  const inspection = inspectHead(head, null);
  expect(inspection.columns.map(({ name }) => name)).toEqual([
    "First name",
    "Phone",
    "Country",
    "Segment",
  ]);
  expect(inspection.proposal).toMatchObject({ phoneColumn: 1, countryColumn: 2 });
  const { counts, reasons, types, countries } = previewHead(
    head.records,
    proposedOptions(inspection),
  );
  expect(counts).toEqual({ rows: 62, unique: 42, duplicates: 4, invalid: 14, blank: 2 });
  expect(reasons).toHaveLength(12);
  expect(types.length).toBeGreaterThan(4);
  expect(countries.length).toBeGreaterThan(15);
});
