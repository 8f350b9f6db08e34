/**
 * The lines of a file are cut into stripes of so many. Small enough for the lines of a cell in one
 * stripe to stay within a row of the table, large enough for them to be few.
 */
export const STRIPE_LINES = 256;

/** SQL: the stripe of a line. */
export const stripeOf = (line: string) => `(${line}) / ${STRIPE_LINES}`;
