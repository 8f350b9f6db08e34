import { execFile } from "node:child_process";
import { judgeAudit } from "./judge-audit";

const args = ["audit", "--json", "--omit=dev", "--fetch-retries=1", "--fetch-timeout=20000"];

/**
 * Asks the package registry whether anything that the product runs on is known to be vulnerable,
 * and prints what came of it. Where the registry serves no audits, or is out of reach, it says so.
 *
 * @throws an Error for what is high or critical
 */
export async function audit(): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, before] = npm ? [process.execPath, [npm]] : ["npm", []];
  const output = await new Promise<string>((resolve) => {
    // Its exit code says "found" and "not answered" alike; what it prints tells them apart.
    execFile(command, [...before, ...args], { maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { is, sentence } = judgeAudit(output);
  if (is === "grave") throw new Error(sentence);
  console.log(sentence);
}
