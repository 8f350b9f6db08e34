import * as operation from "@/lib/api/details";
import { lookupDetails } from "@/lib/details/lookup-details";
import { route } from "@/lib/http/route";

export const POST = route(operation.lookupDetails, ({ user, body }) => lookupDetails(user, body));
