import { writeCsvRows } from "@/lib/csv/write-csv";
import { CopyOut } from "@/lib/db/copy-out";
import { exportPool } from "@/lib/db/pool";
import type { Source } from "./segment-source";

/** The rows of a source as CSV, as PostgreSQL writes them. */
export async function* copiedCsv({ columns, query }: Source): AsyncGenerator<Buffer> {
  yield Buffer.from(writeCsvRows([columns]));
  const client = await exportPool().connect();
  const rows = client.query(new CopyOut(query.sql, query.values));
  let isWhole = false;
  try {
    for await (const block of rows as AsyncIterable<Buffer>) yield block;
    isWhole = true;
  } finally {
    // A reader that leaves halfway ends the generator here, with rows still on their way: a COPY
    // ends early only with its connection.
    client.release(!isWhole);
  }
}
