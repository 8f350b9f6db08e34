import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { writeAudienceFile } from "./audience-file";
import { measurePage, type PageCleaning } from "./measure-page";
import { measureRival } from "./measure-rival";
import { exposeWorker, pageVerdicts } from "./page-verdicts";

export interface Cleaning {
  /** The upload page, before its rivals and after them. */
  ours: PageCleaning[];
  /** Seconds of PapaParse and a Set alone, before the other rival and after it. */
  parsing: number[];
  /** Seconds of PapaParse, libphonenumber-js and a Set. */
  judging: number;
  /** Rows on which ours and the library differ; the first of them, as a line of the file. */
  differing: number;
  firstDiffering: number | null;
}

/** Cleans a file of mixed rows on the upload page, and by its rivals in the same browser. */
export async function measureCleaning(
  openPage: () => Promise<Page>,
  rows: number,
): Promise<Cleaning> {
  return withAudienceFile(rows, async (file) => {
    const first = await onUploadPage(openPage, (page) => measurePage(page, file));
    const before = await measureRival(openPage, file, false);
    const rival = await measureRival(openPage, file, true);
    const after = await measureRival(openPage, file, false);
    const { second, verdicts } = await onUploadPage(openPage, async (page) => ({
      second: await measurePage(page, file),
      verdicts: await pageVerdicts(page, rows),
    }));
    const differing = verdicts.flatMap((verdict, at) =>
      verdict === rival.verdicts[at] ? [] : [at + 2],
    );
    if (rival.verdicts.length !== rows) throw new Error("The rival read another number of rows.");
    return {
      ours: [first, second],
      parsing: [before.seconds, after.seconds],
      judging: rival.seconds,
      differing: differing.length,
      firstDiffering: differing[0] ?? null,
    };
  });
}

/** Cleans a file of mixed rows on the upload page. Returns the seconds. */
export async function measureSize(openPage: () => Promise<Page>, rows: number): Promise<number> {
  const measured = await withAudienceFile(rows, (file) =>
    onUploadPage(openPage, (page) => measurePage(page, file)),
  );
  return measured.seconds;
}

async function withAudienceFile<T>(rows: number, work: (file: string) => Promise<T>): Promise<T> {
  const file = await writeAudienceFile(rows);
  try {
    return await work(file);
  } finally {
    await rm(path.dirname(file), { recursive: true, force: true });
  }
}

async function onUploadPage<T>(
  openPage: () => Promise<Page>,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await openPage();
  try {
    await exposeWorker(page);
    return await work(page);
  } finally {
    await page.context().close();
  }
}
