import path from "node:path";

/** Where the embedded database and the secrets made at first start live; `DATA_DIR` moves it. */
export function dataFolder(): string {
  return path.resolve(process.env.DATA_DIR ?? ".data");
}
