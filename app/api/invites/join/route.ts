import * as operation from "@/lib/api/people";
import { addressOf } from "@/lib/http/address-of";
import { route } from "@/lib/http/route";
import { joinByInvite } from "@/lib/people/join-by-invite";
import { withLink } from "@/lib/people/with-link";

export const POST = route(operation.joinByInvite, ({ body, request }) =>
  withLink(addressOf(request), () => joinByInvite(body)),
);
