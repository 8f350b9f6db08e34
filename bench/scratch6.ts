import { execSync } from "node:child_process";
import { withLookupBench } from "./lookup-bench";
const cpu = () => {
  const out: Record<string, number> = {};
  const ticks = execSync("cat /proc/[0-9]*/stat 2>/dev/null || true", { encoding: "utf8" });
  for (const line of ticks.split("\n")) {
    const m = /^(\d+) \((.*)\) (.*)$/.exec(line);
    if (!m) continue;
    const f = (m[3] ?? "").split(" ");
    let name = m[2] ?? "";
    try { if (name.startsWith("node") || name === "MainThread") name = execSync(`tr '\\0' ' ' < /proc/${m[1]}/cmdline`, { encoding: "utf8" }).replace(/.*(dist\/\w+|bench\/\w+).*/s, "$1").slice(-60); } catch {}
    out[name] = (out[name] ?? 0) + (Number(f[11]) + Number(f[12])) * 10;
  }
  return out;
};
await withLookupBench(async (bench) => {
  await bench.setLatency(0);
  await bench.setWorkers(1);
  const accountId = await bench.makeAccount({ callsAtOnce: 8, callsPerSecond: 10_000 });
  for (const contacts of [100_000, 100_000, 100_000, 1_000_000]) {
    const id = await bench.makeRun(accountId, contacts);
    const before = cpu();
    const t = performance.now();
    await bench.start(id);
    const calls = await bench.isDone(id);
    const ms = performance.now() - t;
    const after = cpu();
    console.log(contacts, ms.toFixed(0), "ms", (ms / calls).toFixed(2), "ms/call", Object.entries(after).map(([k, v]) => [k, v - (before[k] ?? 0)] as const).filter(([, v]) => v > 20).map(([k, v]) => `${k} ${v} (${(v / calls).toFixed(2)})`).join(", "));
  }
});
process.exit(0);
