import type { PoolClient } from "pg";
import { whileWaitedFor } from "./while-waited-for";

/**
 * Takes the row of an account's gate, does something to it when `step` waits for it, and gives it
 * back: as when Kaleyra refuses one call while another one has been granted already.
 *
 * @returns what the step came to
 */
export const whileGateIsTaken = <T>(
  accountId: string,
  step: () => Promise<T>,
  change: (tx: PoolClient) => Promise<unknown>,
): Promise<T> =>
  whileWaitedFor(
    (tx) => tx.query("SELECT 1 FROM account_gates WHERE account_id = $1 FOR UPDATE", [accountId]),
    step,
    change,
  );
