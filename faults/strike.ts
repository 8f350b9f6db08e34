import { GONE_MS, type Installation } from "./installation";
import type { PlannedFault } from "./plan-round";

/** Lets a fault strike, and waits until what it struck is back. */
export async function strike(at: Installation, planned: PlannedFault): Promise<void> {
  const { fault, lasts } = planned;
  const worker = at.workers[planned.worker];
  switch (fault) {
    case "a worker is killed":
      return worker?.crash(lasts);
    case "a worker is stopped and started":
      return worker?.restart();
    case "a worker hangs for a moment":
      return worker?.hang(lasts);
    case "a worker hangs until others take up its work":
      return worker?.hang(2 * GONE_MS + lasts);
    case "the web server is killed":
      return at.web.crash(lasts);
    case "the web server hangs for a moment":
      return at.web.hang(lasts);
    case "PostgreSQL is killed":
      return at.database.end("SIGKILL");
    case "PostgreSQL is restarted":
      return at.database.end("SIGINT");
    case "PostgreSQL hangs for a moment":
      return at.database.hang(lasts);
    case "Kaleyra is killed":
      return at.kaleyra.crash(lasts);
    case "Kaleyra hangs for a moment":
      return at.kaleyra.hang(lasts);
  }
}
