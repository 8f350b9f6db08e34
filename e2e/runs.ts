import type { APIRequestContext } from "@playwright/test";
import type { ContactView } from "../lib/api/results";
import type { RunListItem, RunView } from "../lib/api/runs";
import { sandboxAccount } from "./accounts";
import { read, write } from "./api";

interface ListPage<T> {
  items: T[];
  nextCursor: string | null;
}

/** Uploads numbers and starts their run, past the pages: for tests of what comes after. */
export async function startRunOf(
  request: APIRequestContext,
  { name, numbers, accountId }: { name: string; numbers: string[]; accountId?: string },
): Promise<RunView> {
  const run = await write<RunView>(request, "POST", "/api/runs", {
    accountId: accountId ?? (await sandboxAccount(request)).id,
    name,
    fileName: `${name}.csv`,
    rows: numbers.length,
    blank: 0,
  });
  const contacts = numbers.map((number, index) => ({ line: index + 2, number }));
  await write(request, "POST", `/api/runs/${run.id}/contacts`, { index: 0, contacts });
  return write(request, "POST", `/api/runs/${run.id}/start`);
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
