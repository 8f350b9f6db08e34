import { type APIRequestContext, expect } from "@playwright/test";
import type { ContactView } from "../lib/api/results";
import type { RunListItem, RunView } from "../lib/api/runs";
import { sandboxAccount } from "./accounts";
import { read, write } from "./api";

interface ListPage<T> {
  items: T[];
  nextCursor: string | null;
}

interface Upload {
  name: string;
  numbers: string[];
  accountId?: string;
  /** How many rows the file has; more than there are numbers for an upload that broke off. */
  rows?: number;
}

/** Uploads numbers, past the pages, and leaves their run a draft. */
export async function draftOf(
  request: APIRequestContext,
  { name, numbers, accountId, rows = numbers.length }: Upload,
): Promise<RunView> {
  const run = await write<RunView>(request, "POST", "/api/runs", {
    accountId: accountId ?? (await sandboxAccount(request)).id,
    name,
    fileName: `${name}.csv`,
    rows,
    blank: 0,
  });
  const contacts = numbers.map((number, index) => ({ line: index + 2, number }));
  await write(request, "POST", `/api/runs/${run.id}/contacts`, { index: 0, contacts });
  return run;
}

/** Uploads numbers and starts their run, past the pages: for tests of what comes after. */
export async function startRunOf(request: APIRequestContext, upload: Upload): Promise<RunView> {
  const { id } = await draftOf(request, upload);
  return write(request, "POST", `/api/runs/${id}/start`);
}

/** Waits until a run is done, past its page. */
export const untilDone = (request: APIRequestContext, id: string) =>
  expect.poll(async () => (await getRun(request, id)).status).toBe("done");

/** As `startRunOf`; the run is done. */
export async function doneRunOf(request: APIRequestContext, upload: Upload): Promise<RunView> {
  const run = await startRunOf(request, upload);
  await untilDone(request, run.id);
  return run;
}

/** Takes away all runs, those under way too, as on the first day. */
export async function removeRuns(request: APIRequestContext): Promise<void> {
  const { items } = await read<ListPage<RunListItem>>(request, "/api/runs?limit=500");
  for (const { id, status } of items) {
    if (["queued", "running", "paused"].includes(status)) {
      await write(request, "POST", `/api/runs/${id}/cancel`);
    }
    await write(request, "DELETE", `/api/runs/${id}`);
  }
}

export function getRun(request: APIRequestContext, id: string): Promise<RunView> {
  return read(request, `/api/runs/${id}`);
}

/** The runs that bear a name, drafts among them. */
export async function runsNamed(request: APIRequestContext, name: string): Promise<RunListItem[]> {
  const { items } = await read<ListPage<RunListItem>>(request, "/api/runs?limit=500");
  return items.filter((run) => run.name === name);
}

/** All contacts of a run, page by page, in the order of the file. */
export async function allContacts(request: APIRequestContext, id: string): Promise<ContactView[]> {
  const contacts: ContactView[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const query: string = cursor ? `&cursor=${cursor}` : "";
    const page: ListPage<ContactView> = await read(
      request,
      `/api/runs/${id}/contacts?limit=500${query}`,
    );
    contacts.push(...page.items);
    cursor = page.nextCursor;
  }
  return contacts;
}
