import { MAX_NAME_LENGTH } from "@/lib/api/values";

/** A name for the run of a file: its own without the ending. */
export function runName(fileName: string): string {
  const name = fileName.replace(/\.[^.]{1,8}$/, "").trim();
  return shortened(name || fileName);
}

/** What is too long ends with a whole word. */
function shortened(name: string): string {
  if (name.length <= MAX_NAME_LENGTH) return name;
  const cut = name.slice(0, MAX_NAME_LENGTH - 1);
  return `${cut.replace(/\s+\S*$/, "").trimEnd() || cut}…`;
}
