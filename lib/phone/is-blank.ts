import { plainText } from "./plain-text";

/** Whether a cell holds nothing: spaces, invisible characters, Excel's lone apostrophe, empty quotes. */
export function isBlank(cell: string): boolean {
  return cell === "" || (cell.length < 50 && plainText(cell) === "") || cell.trim() === "";
}
