import * as operation from "@/lib/api/tokens";
import { route } from "@/lib/http/route";
import { createToken } from "@/lib/tokens/create-token";
import { listTokens } from "@/lib/tokens/list-tokens";

export const GET = route(operation.listTokens, ({ user, params }) => listTokens(user, params.id));

export const POST = route(operation.createToken, ({ user, params, body }) =>
  createToken(user, params.id, body),
);
