import { z } from "zod";

// "The database is away", not "we are wrong": the network's own codes, also of a name that does not
// resolve and of a machine that restarts; SQLSTATE 57P0x, 08xxx, 53xxx, 25006 (a standby just after
// a failover), 25P03 and 40003 (a connection that ended within a transaction); and Prisma's ("Error
// message reference").
const awayCodes = new RegExp(
  `^(${[
    "ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN",
    "57P0\\d|08\\d{3}|53\\d{3}|25006|25P03|40003",
    "P1001|P1002|P1008|P1017|P2024",
  ].join("|")})$`,
);
const awayMessages =
  /Connection terminated|timeout exceeded when trying to connect|server closed|is not queryable/i;

/** An error as far as it matters here: Prisma keeps the one below it in `meta`. */
const shape = z.object({
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
});

/** Whether an error says that PostgreSQL can't be reached or is shutting down: worth another try. */
export function isDatabaseAway(error: unknown): boolean {
  const parsed = shape.safeParse(error);
  if (!parsed.success) return false;
  const { code = "", message = "", cause, meta } = parsed.data;
  if (awayCodes.test(code) || awayMessages.test(message)) return true;
  return isDatabaseAway(cause) || isDatabaseAway(meta?.driverAdapterError);
}
