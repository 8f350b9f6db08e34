import type { IncomingMessage, ServerResponse } from "node:http";
import { control } from "./control";
import { sendReply } from "./faults/send-body";
import { servePage } from "./page/serve-page";
import { readBody } from "./read-body";
import { isRedirected } from "./redirect";
import { serveCall } from "./serve-call";
import type { SandboxState } from "./state";

/** Tells the sandbox's own page and interface from Kaleyra's, which is everything else. */
export async function handleRequest(
  state: SandboxState,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  if (servePage(path, response, state.initial)) return;
  if (isRedirected(path)) {
    state.log.addFollowedRedirect();
    sendReply(response, { status: 200, body: {} });
  } else if (path.startsWith("/sandbox/")) {
    const body = await readBody(request);
    const url = new URL(`http://sandbox${path}?${query.join("?")}`);
    sendReply(response, control(state, request.method ?? "GET", url, body ?? ""));
  } else {
    await serveCall(state, request, response);
  }
}
