import type { PoolClient } from "pg";
import { persistently } from "./persistently";
import { transaction } from "./pool";

/** One transaction, tried again while the database is away: what was paid for is not lost. */
export const atomically = <T>(work: (tx: PoolClient) => Promise<T>): Promise<T> =>
  persistently(() => transaction(work));
