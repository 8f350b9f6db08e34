/**
 * The lines of a file are cut into stripes of so many. Small enough for what is known of a stripe to
 * stay within a row of the table, large enough for them to be few. Migrations say it in figures.
 */
export const STRIPE_LINES = 256;

/** The stripe of a line. */
export const stripeOf = (line: number): number => Math.floor(line / STRIPE_LINES);

/** Where a line stands in its stripe, from 0. */
export const placeOf = (line: number): number => line % STRIPE_LINES;

/** SQL: the stripe of a line. */
export const stripeSql = (line: string) => `(${line}) / ${STRIPE_LINES}`;

/** SQL: the element of `which` in a row of `answers` that tells of a line. */
export const whichSql = (line: string) => `which[(${line}) % ${STRIPE_LINES} + 1]`;
