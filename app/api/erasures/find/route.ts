import * as operations from "@/lib/api/erasures";
import { findNumber } from "@/lib/erasure/find-number";
import { route } from "@/lib/http/route";

export const POST = route(operations.findNumber, ({ user, body }) => findNumber(user, body));
