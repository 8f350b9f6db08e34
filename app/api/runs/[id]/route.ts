import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { deleteRun } from "@/lib/runs/delete-run";
import { getRun } from "@/lib/runs/get-run";
import { renameRun } from "@/lib/runs/rename-run";

export const GET = route(operation.getRun, ({ user, params }) => getRun(user, params.id));

export const PATCH = route(operation.renameRun, ({ user, params, body }) =>
  renameRun(user, params.id, body.name),
);

export const DELETE = route(operation.deleteRun, ({ user, params }) => deleteRun(user, params.id));
