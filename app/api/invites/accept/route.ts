import * as operation from "@/lib/api/people";
import { addressOf } from "@/lib/http/address-of";
import { route } from "@/lib/http/route";
import { acceptInvite } from "@/lib/people/accept-invite";
import { withLink } from "@/lib/people/with-link";

export const POST = route(operation.acceptInvite, ({ user, body, request }) =>
  withLink(addressOf(request), () => acceptInvite(user, body.secret)),
);
