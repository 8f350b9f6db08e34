import * as operation from "@/lib/api/details";
import { pauseDetails } from "@/lib/details/pause-details";
import { route } from "@/lib/http/route";

export const POST = route(operation.pauseDetails, ({ user, params }) =>
  pauseDetails(user, params.id),
);
