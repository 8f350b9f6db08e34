import { plainText } from "./plain-text";

const [ZERO, NINE, PLUS, OPEN] = [0x30, 0x39, 0x2b, 0x28];

/** Whether a cell holds nothing: spaces, invisible characters, Excel's lone apostrophe, empty quotes. */
export function isBlank(cell: string): boolean {
  // How nearly every phone cell begins; nothing takes these signs away.
  const first = cell.charCodeAt(0);
  if ((first >= ZERO && first <= NINE) || first === PLUS || first === OPEN) return false;
  return cell === "" || (cell.length < 50 && plainText(cell) === "") || cell.trim() === "";
}
