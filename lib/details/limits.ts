/** The most numbers of one request. No document gives a limit: a cautious guess. */
export const MAX_NUMBERS = 100;
/** Details that were asked for so often and not ready count as "no answer". */
export const MAX_POLLS = 12;
/** The longest pause between two polls of a number, in milliseconds; the first is about 1,000. */
export const POLL_CAP_MS = 60_000;
/** A lookup id is taken for alive for so long: its details are fetched instead of asked for anew. */
export const ID_LIFE = "1 day";
