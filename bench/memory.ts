import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { megabytes, type Row } from "./report";

/** The memory that a process holds, in bytes (Linux, `VmRSS`). */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
}

/** By how many bytes a process grows at most while work is done, against the moment before it. */
export async function growthWhile<T>(
  pid: number,
  work: () => Promise<T>,
): Promise<{ result: T; growth: number }> {
  const before = await memoryOf(pid);
  let most = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      most = Math.max(most, await memoryOf(pid));
      await sleep(50);
    }
  })();
  try {
    const result = await work();
    return { result, growth: Math.max(0, most - before) };
  } finally {
    isOver = true;
    await watching;
  }
}

/** A row whose goal is that the web server grows by less than so many bytes. */
export function growthWithin(bound: number, goal: string, growth: number): Row {
  return {
    goal,
    measured: "by how much the web server's memory grows meanwhile",
    ours: megabytes(growth),
    beside: "",
    ratio: "",
    wanted: `under ${megabytes(bound)}`,
    met: growth < bound,
  };
}
