import { execFileSync } from "node:child_process";

/** A process as the system lists it. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  group: number;
  startedAt: string;
  command: string;
}

const line = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/;

/** Every process of this machine that has not ended. */
function listProcesses(): ProcessEntry[] {
  const columns = "pid=,ppid=,pgid=,stat=,lstart=,args=";
  const list = execFileSync("ps", ["-A", "-ww", "-o", columns], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    maxBuffer: 64 * 1024 * 1024,
  });
  return list.split("\n").flatMap((text) => {
    const [, pid, parent, group, state = "", startedAt = "", command = ""] = line.exec(text) ?? [];
    // A zombie has ended; only nobody has asked for its exit code yet.
    if (!pid || state.startsWith("Z")) return [];
    return [{ pid: Number(pid), parent: Number(parent), group: Number(group), startedAt, command }];
  });
}

/** A process, its children, theirs, and whoever stands in the process group of one of them. */
export function familyOf(pid: number): ProcessEntry[] {
  const all = listProcesses();
  const family = new Set([pid]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const { pid: one, parent, group } of all) {
      if (family.has(parent) || family.has(group)) family.add(one);
    }
  }
  return all.filter((one) => family.has(one.pid));
}

/** Those of some processes that still run; a number that went to another one does not count. */
export function stillRunning(entries: readonly ProcessEntry[]): ProcessEntry[] {
  const now = new Map(listProcesses().map((one) => [one.pid, one.startedAt]));
  return entries.filter(({ pid, startedAt }) => now.get(pid) === startedAt);
}
