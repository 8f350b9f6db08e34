import * as operation from "@/lib/api/lookup";
import { lookupDetails } from "@/lib/details/lookup-details";
import { route } from "@/lib/http/route";

export const POST = route(operation.lookupDetails, ({ user, body }) => lookupDetails(user, body));
