import type { z } from "zod";
import { findAccount } from "@/lib/accounts/find-account";
import type { AuditEventView, AuditFilter, exportAudit as operation } from "@/lib/api/audit";
import type { SessionUser } from "@/lib/auth/session";
import type { CsvValue } from "@/lib/csv/write-csv";
import { type ExportFile, exportBody } from "@/lib/exports/export-body";
import { exportFileName } from "@/lib/exports/export-file-name";
import { readEvents } from "./read-events";
import { recordEvent } from "./record-event";

type Query = z.output<(typeof operation)["query"]>;

/** Events read from the database, and written to the client, at a time. */
const BATCH_ROWS = 1_000;

const columns: { name: string; cell: (event: AuditEventView) => CsvValue }[] = [
  { name: "at", cell: ({ at }) => at },
  { name: "actor", cell: ({ actor }) => actor },
  { name: "action", cell: ({ action }) => action },
  { name: "in_words", cell: ({ actor, told }) => `${actor} ${told}` },
  { name: "label", cell: ({ label }) => label },
  { name: "subject", cell: ({ subject }) => subject },
  { name: "facts", cell: ({ facts }) => JSON.stringify(facts) },
];

/** An account's audit trail, newest first, for its owners. That it was exported is in it. */
export async function exportAudit(
  user: SessionUser,
  accountId: string,
  { format, ...filter }: Query,
): Promise<ExportFile> {
  const { account } = await findAccount(user, accountId, "owner");
  const event = { accountId, subject: accountId, label: account.name };
  await recordEvent(user, { ...event, action: "exported", facts: { what: "audit", format } });
  const names = columns.map(({ name }) => name);
  return {
    fileName: exportFileName(account.name, "audit", format),
    format,
    body: exportBody(format, names, rowsOf(accountId, filter)),
  };
}

async function* rowsOf(accountId: string, filter: AuditFilter): AsyncGenerator<CsvValue[][]> {
  let before: string | undefined;
  do {
    const events = await readEvents(accountId, filter, { before, take: BATCH_ROWS });
    yield events.map((event) => columns.map(({ cell }) => cell(event)));
    before = events.length === BATCH_ROWS ? events.at(-1)?.id : undefined;
  } while (before !== undefined);
}
