import QueryStream from "pg-query-stream";
import { exportPool } from "./pool";

/** Rows read from the database at a time. */
const BATCH_ROWS = 1_000;

/**
 * The rows of a query through a database cursor, in batches. Whoever stops reading halfway closes
 * it, and gives its connection back.
 */
export async function* readInBatches<Row>(
  sql: string,
  values: unknown[],
  rowMode?: "array",
): AsyncGenerator<Row[]> {
  const client = await exportPool().connect();
  const options = { batchSize: BATCH_ROWS, ...(rowMode && { rowMode }) };
  const rows = client.query(new QueryStream(sql, values, options));
  try {
    let batch: Row[] = [];
    for await (const row of rows as AsyncIterable<Row>) {
      batch.push(row);
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  } finally {
    // A reader that leaves ends the generator here; the cursor must close before the connection
    // goes back.
    rows.destroy();
    client.release();
  }
}
