import * as operation from "@/lib/api/lookup";
import { route } from "@/lib/http/route";
import { lookupNumber } from "@/lib/lookups/lookup-number";

export const POST = route(operation.lookupNumber, ({ user, body }) => lookupNumber(user, body));
