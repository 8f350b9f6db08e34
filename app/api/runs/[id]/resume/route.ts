import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { resumeRun } from "@/lib/runs/resume-run";

export const POST = route(operation.resumeRun, ({ user, params }) => resumeRun(user, params.id));
