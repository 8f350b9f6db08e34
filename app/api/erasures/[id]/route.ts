import * as operations from "@/lib/api/erasures";
import { getErasure } from "@/lib/erasure/get-erasure";
import { route } from "@/lib/http/route";

export const GET = route(operations.getErasure, ({ user, params }) => getErasure(user, params.id));
