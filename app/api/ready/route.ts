import * as operation from "@/lib/api/system";
import { checkReady } from "@/lib/db/check-ready";
import { route } from "@/lib/http/route";

export const GET = route(operation.ready, checkReady);
