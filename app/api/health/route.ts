import * as operation from "@/lib/api/system";
import { route } from "@/lib/http/route";

export const GET = route(operation.health, async () => ({ status: "ok" as const }));
