import * as operation from "@/lib/api/people";
import { addressOf } from "@/lib/http/address-of";
import { route } from "@/lib/http/route";
import { readInvite } from "@/lib/people/read-invite";
import { withLink } from "@/lib/people/with-link";

export const POST = route(operation.readInvite, ({ body, request }) =>
  withLink(addressOf(request), () => readInvite(body.secret)),
);
