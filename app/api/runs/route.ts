import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { createRun } from "@/lib/runs/create-run";
import { listRuns } from "@/lib/runs/list-runs";

export const GET = route(operation.listRuns, ({ user, query }) => listRuns(user, query));

export const POST = route(operation.createRun, ({ user, body }) => createRun(user, body));
