import * as operation from "@/lib/api/people";
import { route } from "@/lib/http/route";
import { listPeople } from "@/lib/people/list-people";

export const GET = route(operation.listPeople, ({ user, params }) => listPeople(user, params.id));
