import * as operation from "@/lib/api/tokens";
import { route } from "@/lib/http/route";
import { revokeToken } from "@/lib/tokens/revoke-token";

export const DELETE = route(operation.revokeToken, ({ user, params }) =>
  revokeToken(user, params.id, params.tokenId),
);
