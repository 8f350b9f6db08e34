import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { cancelRun } from "@/lib/runs/cancel-run";

export const POST = route(operation.cancelRun, ({ user, params }) => cancelRun(user, params.id));
