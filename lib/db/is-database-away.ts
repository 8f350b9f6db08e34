import { z } from "zod";

// SQLSTATE 57P0x, 08xxx and 53xxx, the network's own codes, and Prisma's ("Error message
// reference"): "the database is away", not "we are wrong".
const awayCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0\d|08\d{3}|53\d{3}|P1001|P1002|P1008|P1017|P2024)$/;
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
