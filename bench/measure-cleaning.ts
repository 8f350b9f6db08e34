import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import Papa from "papaparse";
import { cleanFile } from "@/lib/audience/clean-file";
import { readHead } from "@/lib/audience/head";
import { inspectHead, proposedOptions } from "@/lib/audience/inspect";
import { isReady } from "@/lib/audience/preview";

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Ours: from the file to the review. Returns the number of unique contacts. */
async function clean(path: string): Promise<number> {
  const file = new File([await openAsBlob(path)], "audience.csv");
  const head = await readHead(file);
  const options = { ...proposedOptions(inspectHead(head, "US")), defaultCountry: "US" as const };
  if (!isReady(options)) throw new Error("no phone column was proposed");
  const { signal } = new AbortController();
  const { review } = await cleanFile(file, head, options, { signal, onProgress: () => {} });
  return review.counts.unique;
}

/** The rival: a plain loop of PapaParse and libphonenumber-js over the same file. */
async function plainLoop(path: string): Promise<number> {
  const numbers = new Set<string>();
  Papa.parse<Record<string, string>>(await readFile(path, "utf8"), {
    header: true,
    skipEmptyLines: true,
    step: ({ data }) => {
      const parsed = parsePhoneNumberFromString(data.phone ?? "", {
        defaultCountry: "US",
        extract: false,
      });
      if (parsed?.isValid()) numbers.add(parsed.number);
    },
  });
  return numbers.size;
}

/** Times the cleaning of a file beside the plain loop, in seconds, in one process. */
export async function measureCleaning(path: string) {
  let ours = 0;
  let rivals = 0;
  const rival = await seconds(async () => {
    rivals = await plainLoop(path);
  });
  const own = await seconds(async () => {
    ours = await clean(path);
  });
  return { own, rival, ours, rivals };
}
