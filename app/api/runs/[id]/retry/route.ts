import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { retryRun } from "@/lib/runs/retry-run";

export const POST = route(operation.retryRun, ({ user, params }) => retryRun(user, params.id));
