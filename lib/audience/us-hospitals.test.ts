import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, it } from "vitest";
import { cleanFile } from "./clean-file";
import { readHead } from "./head";
import { inspectHead, proposedOptions } from "./inspect";
import { isReady } from "./preview";

const LIST = path.resolve(import.meta.dirname, "../../e2e/data/us-hospitals.csv");

it("cleans a real list of 4,784 US hospitals as it is known to be, with what it proposes itself", async () => {
  const file = new File([await readFile(LIST)], "us-hospitals.csv");
  const head = await readHead(file);
  const inspection = inspectHead(head, null);
  expect(inspection.columns[4]?.name).toBe("Phone Number");
  expect(inspection.proposal).toEqual({
    phoneColumn: 4,
    countryColumn: null,
    defaultCountry: "US",
  });
  const options = proposedOptions(inspection);
  if (!isReady(options)) throw new Error("no phone column");
  const { signal } = new AbortController();
  const { review } = await cleanFile(file, head, options, { signal, onProgress: () => undefined });
  expect(review.counts).toEqual({ rows: 4784, unique: 4764, duplicates: 18, invalid: 2, blank: 0 });
  expect(review.samples.invalid.map(({ cell, reason }) => [cell, reason])).toEqual([
    ["9100000000", "not_a_valid_number"],
    ["0936933841", "not_a_valid_number"],
  ]);
});
