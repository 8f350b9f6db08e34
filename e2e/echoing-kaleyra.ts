import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What it does with a call: passes it on, or fails in a way that repeats all that was sent. */
export type EchoMode = "pass" | "json_400" | "json_401" | "json_500" | "html_502" | "error_200";

/** A stand-in before the sandbox that says too much. */
export interface EchoingKaleyra {
  url: string;
  mode: EchoMode;
  stop: () => Promise<void>;
}

const status: Record<Exclude<EchoMode, "pass">, number> = {
  json_400: 400,
  json_401: 401,
  json_500: 500,
  html_502: 502,
  error_200: 200,
};

/** Starts a server that passes calls on to the sandbox, or repeats the key and the numbers in errors. */
export async function startEchoingKaleyra(sandboxUrl: string): Promise<EchoingKaleyra> {
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const key = String(request.headers["api-key"] ?? "");
    if (at.mode === "pass") {
      const answer = await fetch(sandboxUrl + request.url, {
        method: request.method,
        headers: { "api-key": key, "content-type": "application/json" },
        body: body || undefined,
      });
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(await answer.text());
      return;
    }
    const words = `The key ${key} may not ask ${decodeURIComponent(request.url ?? "")} ${body}`;
    const isHtml = at.mode === "html_502";
    response.writeHead(status[at.mode], {
      "content-type": isHtml ? "text/html" : "application/json",
    });
    response.end(
      isHtml
        ? `<html><body>${words}</body></html>`
        : JSON.stringify({
            code: "RCS702",
            message: words,
            error: { error_code: "INVALID_FIELD_FORMAT", error_message: words },
          }),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const at: EchoingKaleyra = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: "pass",
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return at;
}
