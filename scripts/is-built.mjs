/** Before a built process begins: says what to do when it, or the pages that it serves, are not built. */
import { existsSync } from "node:fs";
import path from "node:path";

const [, file = ""] = process.argv;
const needed = path.basename(file) === "web.js" ? [file, ".next/BUILD_ID"] : [file];
if (!needed.every((place) => existsSync(place))) {
  console.error("RCS Reach is not built yet: run `npm run build` first.");
  process.exit(1);
}
