import { readdir } from "node:fs/promises";
import path from "node:path";

/** Where the migrations of this version lie. */
export const migrationsFolder = () =>
  path.join(/* turbopackIgnore: true */ process.cwd(), "prisma", "migrations");

/** The names of this version's migrations, in their order. */
export async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrationsFolder(), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
