import * as operation from "@/lib/api/details";
import { cancelDetails } from "@/lib/details/cancel-details";
import { route } from "@/lib/http/route";

export const POST = route(operation.cancelDetails, ({ user, params }) =>
  cancelDetails(user, params.id),
);
