import * as operation from "@/lib/api/results";
import { route } from "@/lib/http/route";
import { getBreakdown } from "@/lib/runs/get-breakdown";

export const GET = route(operation.getBreakdown, ({ user, params }) =>
  getBreakdown(user, params.id),
);
