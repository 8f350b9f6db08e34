import { once } from "node:events";
import { type Child, startChild } from "@/lib/start-child";

/** Starts a real worker process on the test's database. */
export function startWorker(
  id: string,
  upstream: string,
  env: Record<string, string> = {},
): Promise<Child<object>> {
  return startChild("worker", {
    env: {
      ...process.env,
      WORKER_ID: id,
      KALEYRA_RCS_URL: upstream,
      KALEYRA_API_URL: upstream,
      ...env,
    },
  });
}

/** Ends a process as a crash does, and waits until it is gone. */
export async function kill(child: Child<object>): Promise<void> {
  const gone = once(child.process, "exit");
  child.process.kill("SIGKILL");
  await gone;
}
