import { rm } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { writeAudienceFile } from "./audience-file";
import { measurePage, type PageCleaning } from "./measure-page";
import { measureRival } from "./measure-rival";
import { exposeWorker, pageVerdicts } from "./page-verdicts";

export interface Cleaning {
  /** The upload page, each rival before it and after it. */
  ours: PageCleaning[];
  /** Seconds of PapaParse and a Set alone. */
  parsing: number[];
  /** Seconds of PapaParse, libphonenumber-js and a Set. */
  judging: number[];
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
    const ours: PageCleaning[] = [];
    const parsing: number[] = [];
    const judging: number[] = [];
    let rival: number[] = [];
    let verdicts: number[] = [];
    for (const round of [1, 2]) {
      parsing.push((await measureRival(openPage, file, false)).seconds);
      await onUploadPage(openPage, async (page) => {
        ours.push(await measurePage(page, file));
        if (round === 1) verdicts = await pageVerdicts(page, rows);
      });
      const judged = await measureRival(openPage, file, true);
      judging.push(judged.seconds);
      rival = judged.verdicts;
    }
    const differing = verdicts.flatMap((verdict, at) => (verdict === rival[at] ? [] : [at + 2]));
    if (rival.length !== rows) throw new Error("The rival read another number of rows.");
    return {
      ours,
      parsing,
      judging,
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
