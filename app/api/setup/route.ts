import * as operation from "@/lib/api/system";
import { setUp } from "@/lib/auth/setup";
import { route } from "@/lib/http/route";

export const POST = route(operation.setUp, ({ body }) => setUp(body));
