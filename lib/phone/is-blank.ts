import { plainText } from "./plain-text";

/** How nearly every phone cell begins; nothing takes these signs away. */
const NUMBER_START = /^[\d(+]/;

/** Whether a cell holds nothing: spaces, invisible characters, Excel's lone apostrophe, empty quotes. */
export function isBlank(cell: string): boolean {
  if (NUMBER_START.test(cell)) return false;
  return cell === "" || (cell.length < 50 && plainText(cell) === "") || cell.trim() === "";
}
