import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { pauseRun } from "@/lib/runs/pause-run";

export const POST = route(operation.pauseRun, ({ user, params }) => pauseRun(user, params.id));
