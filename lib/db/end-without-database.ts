import { codeOf } from "./code-of";
import { isDatabaseAway } from "./is-database-away";

// SQLSTATE (PostgreSQL, "Error Codes"): no such table; who asks is not let in, or for what is not there.
const NOT_MIGRATED = "42P01";
const NOT_LET_IN = /^(28|3D)/;

/**
 * Ends a process that can't begin its work with its database, and says why in words.
 *
 * @param error of PostgreSQL, or of the way to it
 */
export function endWithoutDatabase(error: unknown): never {
  console.error(whyNot(error));
  process.exit(1);
}

function whyNot(error: unknown): string {
  const code = codeOf(error) ?? "";
  const { message } = error as Error;
  if (code === NOT_MIGRATED) return "The database is not up to date: run `npm run migrate` first.";
  if (!isDatabaseAway(error) && !NOT_LET_IN.test(code)) return message;
  // A name with several addresses, such as localhost, brings along an error without a message.
  return `The database of DATABASE_URL can't be reached: ${message || code}.`;
}
