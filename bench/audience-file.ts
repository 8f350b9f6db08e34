import { mkdtemp, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { usNumbers } from "./us-numbers";

const header = "id,name,email,phone,city,segment,updated";
const junk = ["n/a", "unknown", "12345", "1.41555E+10", "555-CALL-NOW", "0"];
/** Mobile numbers of GB, IN, BR, DE and MX but for their last seven digits. */
const abroad = ["+44740", "+91987", "+551198", "+491511", "+52551"];

/** The column of the numbers, from 0. */
export const phoneColumn = 3;

function foreignNumber(index: number): string {
  return `${abroad[Math.floor(index / 10) % abroad.length]}${String(index).padStart(7, "0")}`;
}

/** How a US number is spelt in row `index`: E.164, national with punctuation, without its +, … */
function spell(number: string, foreign: string, index: number): string {
  const [area, exchange, line] = [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
  if (index % 50 === 0) return "";
  if (index % 40 === 0) return junk[(index / 40) % junk.length] ?? "";
  switch (index % 10) {
    case 5:
      return foreign;
    case 0:
      return number;
    case 1:
    case 6:
      return `(${area}) ${exchange}-${line}`;
    case 2:
    case 7:
      return number.slice(1);
    case 3:
    case 8:
      return `${area}.${exchange}.${line}`;
    default:
      return number.slice(2);
  }
}

/**
 * Writes a CSV of mixed rows, always the same for a size: seven columns, 70 bytes a row, numbers in
 * five spellings, one in ten of another country, 2 % blank, 2 % junk, 3 % repeated.
 *
 * @returns its path, in a temporary folder
 */
export async function writeAudienceFile(rows: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const file = path.join(folder, "audience.csv");
  const numbers = usNumbers(rows);
  const handle = await open(file, "w");
  let lines: string[] = [header];
  for (let index = 0; index < rows; index++) {
    const origin = index % 33 === 17 ? index - 10 : index;
    const cell = spell(numbers[origin] ?? "", foreignNumber(origin), index);
    lines.push(
      `${index},"Lee, ${index % 97}",c${index}@ex.com,${cell},Boston,retail,2026-11-0${1 + (index % 9)}`,
    );
    if (lines.length < 20_000 && index < rows - 1) continue;
    await handle.write(`${lines.join("\n")}\n`);
    lines = [];
  }
  await handle.close();
  return file;
}
