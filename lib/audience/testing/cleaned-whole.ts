import type { ReadyOptions } from "../clean";
import { type CleanFileContext, cleanFile } from "../clean-file";
import type { Head } from "../head";
import type { RowKind } from "../protocol";

/** All that comes of a file: its review, every row of every list, and the failure where there is one. */
export async function cleanedWhole(
  file: File,
  head: Head,
  options: ReadyOptions,
  context: Pick<CleanFileContext, "pieces" | "cuts"> = {},
) {
  const { signal } = new AbortController();
  const onProgress = () => undefined;
  try {
    const { audience, review } = await cleanFile(file, head, options, {
      ...context,
      signal,
      onProgress,
    });
    const all = (kind: RowKind) => audience.page(kind, 0, audience.size(kind));
    return { review, rows: [all("contacts"), all("duplicates"), all("invalid")], failure: null };
  } catch (error) {
    return { review: null, rows: [], failure: String(error) };
  }
}
