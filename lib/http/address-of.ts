import { CLIENT_ADDRESS } from "./client-address";

/** The IP address of whoever sent a request, as scripts/web.ts saw it. */
export function addressOf(request: Request): string {
  return request.headers.get(CLIENT_ADDRESS) ?? "unknown";
}
