export const DELIMITERS = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** How the records of a file are written, found in its first text. */
export type CsvFormat = {
  delimiter: Delimiter;
  /** "\n" stands for "\r\n" as well, also where a file mixes both; "\r" is the old Mac's. */
  newline: "\n" | "\r";
  /** Characters to skip at the start: Excel's `sep=;` line, which is no row. */
  skip: number;
};
