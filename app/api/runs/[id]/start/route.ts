import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { startRun } from "@/lib/runs/start-run";

export const POST = route(operation.startRun, ({ user, params }) => startRun(user, params.id));
