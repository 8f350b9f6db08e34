import path from "node:path";

/** Where the embedded database and the secrets made at first start live; `DATA_DIR` moves it. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(env.DATA_DIR || ".data");
}
