import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { changePassword } from "@/lib/people/change-password";

export const POST = route(operation.changePassword, ({ user, body }) => changePassword(user, body));
