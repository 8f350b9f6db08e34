import * as operation from "@/lib/api/people";
import { addressOf } from "@/lib/http/address-of";
import { route } from "@/lib/http/route";
import { setNewPassword } from "@/lib/people/set-new-password";
import { withLink } from "@/lib/people/with-link";

export const POST = route(operation.setNewPassword, ({ body, request }) =>
  withLink(addressOf(request), () => setNewPassword(body)),
);
