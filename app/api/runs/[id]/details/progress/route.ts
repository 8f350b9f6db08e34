import * as operation from "@/lib/api/details";
import { getDetailProgress } from "@/lib/details/get-detail-progress";
import { route } from "@/lib/http/route";

export const GET = route(operation.getDetailProgress, ({ user, params }) =>
  getDetailProgress(user, params.id),
);
