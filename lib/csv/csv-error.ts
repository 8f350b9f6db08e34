export type CsvErrorCode =
  | "empty"
  | "only_header"
  | "binary"
  | "spreadsheet"
  | "too_large"
  | "too_many_rows"
  | "malformed";

/** A file that can't be read as a list. `message` is for the user: what is wrong and what to do. */
export class CsvError extends Error {
  readonly code: CsvErrorCode;

  constructor(code: CsvErrorCode, message: string) {
    super(message);
    this.name = "CsvError";
    this.code = code;
  }
}
