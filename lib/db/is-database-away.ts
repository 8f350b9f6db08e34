import { codeOf } from "./code-of";

// SQLSTATE 57P0x, 08xxx and 53xxx, and the network's own codes: "the database is away", not "we are wrong".
const awayCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|57P0\d|08\d{3}|53\d{3})$/;
const awayMessages = /Connection terminated|timeout exceeded when trying to connect|server closed/i;

/** Whether an error says that PostgreSQL can't be reached or is shutting down: worth another try. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (awayCodes.test(codeOf(error) ?? "")) return true;
  return awayMessages.test(error.message) || isDatabaseAway(error.cause);
}
