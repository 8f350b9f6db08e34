import * as operation from "@/lib/api/details";
import { resumeDetails } from "@/lib/details/resume-details";
import { route } from "@/lib/http/route";

export const POST = route(operation.resumeDetails, ({ user, params }) =>
  resumeDetails(user, params.id),
);
