import type { Page } from "@playwright/test";
import type { RowKind } from "@/lib/audience/protocol";
import { verdictHash } from "./verdict-hash";

const ROWS_AT_ONCE = 20_000;

/**
 * Lets `pageVerdicts` ask the worker that the upload page starts, and `measurePage` know when it has
 * cleaned. Call it before the page is opened.
 */
export async function exposeWorker(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      Worker: new Proxy(Worker, {
        construct(target, args: ConstructorParameters<typeof Worker>) {
          const worker = new target(...args);
          worker.addEventListener("message", ({ data: { type } }) => {
            if (type === "cleanProgress" && !("readingFrom" in window)) {
              Object.assign(window, { readingFrom: performance.now() });
            }
            if (type === "cleaned") Object.assign(window, { readingTo: performance.now() });
          });
          Object.assign(window, { exposedWorker: worker });
          return worker;
        },
      }),
    });
  });
}

/** The hash of the verdict on each row below the header, from the very worker of the upload page. */
export async function pageVerdicts(page: Page, rows: number): Promise<number[]> {
  const verdicts = Array<number>(rows).fill(verdictHash("blank"));
  const set = (line: number, verdict: string) => {
    verdicts[line - 2] = verdictHash(verdict);
  };
  for await (const [line, e164] of rowsOf(page, "contacts")) set(line, e164);
  for await (const [line, e164] of rowsOf(page, "duplicates")) set(line, `duplicate ${e164}`);
  for await (const [line] of rowsOf(page, "invalid")) set(line, "invalid");
  return verdicts;
}

async function* rowsOf(page: Page, kind: RowKind): AsyncGenerator<[line: number, e164: string]> {
  for (let offset = 0; ; offset += ROWS_AT_ONCE) {
    const rows = await askForRows(page, kind, offset);
    yield* rows;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

async function askForRows(page: Page, kind: RowKind, offset: number): Promise<[number, string][]> {
  const rows = await page.evaluate(
    (request) =>
      new Promise<string>((resolve) => {
        const { exposedWorker: worker } = window as unknown as { exposedWorker: Worker };
        const answered = new AbortController();
        worker.addEventListener(
          "message",
          ({ data }) => {
            if (data.id !== request.id) return;
            answered.abort();
            const lines = data.rows.map((row: { line: number; e164?: string }) => [
              row.line,
              row.e164 ?? "",
            ]);
            resolve(JSON.stringify(lines));
          },
          { signal: answered.signal },
        );
        worker.postMessage(request);
      }),
    { type: "page", id: 1_000_000_000 + offset, kind, offset, limit: ROWS_AT_ONCE },
  );
  return JSON.parse(rows) as [number, string][];
}
