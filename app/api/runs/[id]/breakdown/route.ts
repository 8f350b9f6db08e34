import * as operation from "@/lib/api/runs";
import { route } from "@/lib/http/route";
import { getBreakdown } from "@/lib/runs/get-breakdown";

export const GET = route(operation.getBreakdown, ({ user, params }) =>
  getBreakdown(user, params.id),
);
