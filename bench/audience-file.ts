import { mkdtemp, open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { usNumbers } from "./us-numbers";

const header = "id,name,email,phone,city,segment,updated";
const junk = ["n/a", "unknown", "12345", "1.41555E+10", "555-CALL-NOW", "0"];

/** How a number is spelt in row `index`: E.164, national with punctuation, without its +, … */
function spell(number: string, index: number): string {
  const [area, exchange, line] = [number.slice(2, 5), number.slice(5, 8), number.slice(8)];
  if (index % 50 === 0) return "";
  if (index % 40 === 0) return junk[index % junk.length] ?? "";
  switch (index % 5) {
    case 0:
      return number;
    case 1:
      return `(${area}) ${exchange}-${line}`;
    case 2:
      return number.slice(1);
    case 3:
      return `${area}.${exchange}.${line}`;
    default:
      return number.slice(2);
  }
}

/**
 * Writes a CSV of mixed rows, always the same for a size: seven columns, numbers in five
 * spellings, 2 % blank, 2 % junk, 3 % repeated.
 *
 * @returns its path, in a temporary folder
 */
export async function writeAudienceFile(rows: number): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-bench-"));
  const file = path.join(folder, "audience.csv");
  const numbers = usNumbers(rows);
  const handle = await open(file, "w");
  await handle.write(`${header}\n`);
  let lines: string[] = [];
  for (let index = 0; index < rows; index++) {
    const number = numbers[index % 33 === 7 ? index - 7 : index] ?? "";
    lines.push(
      `${100_000 + index},"Contact, ${index}",contact.${index}@example.com,${spell(number, index)},Springfield,retail,2026-11-0${1 + (index % 9)}`,
    );
    if (lines.length < 20_000) continue;
    await handle.write(`${lines.join("\n")}\n`);
    lines = [];
  }
  await handle.write(`${lines.join("\n")}\n`);
  await handle.close();
  return file;
}
