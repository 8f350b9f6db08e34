import { readdirSync } from "node:fs";
import path from "node:path";

const root = "app/(app)";

/**
 * The paths of all pages that need a session, read from the folders that make them.
 *
 * @param ids what stands for `[id]`, by the folder before it
 */
export function signedInPages(ids: { runs: string; accounts: string }): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => {
      const folders = path.dirname(file).split(path.sep);
      const segments = folders.map((folder, index) =>
        folder === "[id]" ? ids[folders[index - 1] as keyof typeof ids] : folder,
      );
      return `/${segments.filter((segment) => !/^\.$|^\(.*\)$/.test(segment)).join("/")}`;
    })
    .sort();
}
