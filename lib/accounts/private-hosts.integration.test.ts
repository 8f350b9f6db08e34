import { createServer } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { pool } from "@/lib/db/pool";
import { lookupNumber } from "@/lib/lookups/lookup-number";
import { makeAccount, makeUser } from "@/test/people";
import { checkAccount } from "./check-account";

// No KALEYRA_RCS_URL: the hosts of accounts are called as they are.
let seen = 0;
const bait = createServer((socket) => {
  seen++;
  socket.destroy();
});
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => bait.listen(0, "127.0.0.1", resolve));
  port = z.object({ port: z.number() }).parse(bait.address()).port;
});
afterAll(() => new Promise((resolve) => bait.close(resolve)));

// Such hosts can't be typed in; what is in the database all the same, or resolves to a private
// address, is refused when it is called.
it.each(["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])(
  "a stored host %s is never called: no connection, nothing billed",
  async (host) => {
    const user = await makeUser();
    const accountId = await makeAccount(user);
    await pool().query("UPDATE accounts SET rcs_host = $2 WHERE id = $1", [
      accountId,
      `${host}:${port}`,
    ]);
    const number = "+14155552671";
    expect(await checkAccount(user, accountId, { number })).toMatchObject({
      ok: false,
      kind: "network",
    });
    expect(await lookupNumber(user, { accountId, number })).toMatchObject({
      outcome: "failed",
      billing: "free",
    });
    expect(seen).toBe(0);
    const { rows } = await pool().query(
      "SELECT DISTINCT result, billing FROM lookup_calls WHERE account_id = $1",
      [accountId],
    );
    expect(rows).toEqual([{ result: "network", billing: "free" }]);
  },
);
