import type { PoolClient } from "pg";
import { persistently } from "./persistently";
import { transaction } from "./pool";

/** One transaction, tried again while the database is away: what was paid for is not lost. */
export const atomically = (work: (tx: PoolClient) => Promise<void>): Promise<void> =>
  persistently(() => transaction(work));
