import { MAX_NAME_LENGTH } from "@/lib/api/values";

/** A name for the run of a file: its own without the ending. */
export function runName(fileName: string): string {
  const name = fileName.replace(/\.[^.]{1,8}$/, "").trim();
  return (name || fileName).slice(0, MAX_NAME_LENGTH);
}
