import { once } from "node:events";
import http from "node:http";
import { buffer } from "node:stream/consumers";

/** What operators put before several web processes. */
export interface Balancer {
  url: string;
  stop: () => void;
}

/** Gives requests to processes on these ports in turn, and to the next when one is not there. */
export async function startBalancer(ports: () => number[]): Promise<Balancer> {
  let turn = 0;
  const server = http.createServer(async (request, response) => {
    const body = await buffer(request);
    const all = ports();
    for (let tries = 0; tries < all.length; tries++) {
      const port = all[turn++ % all.length];
      const answer = await send(request, body, port).catch(() => null);
      if (!answer) continue;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      return;
    }
    response.writeHead(503).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function send(
  { method, url, headers }: http.IncomingMessage,
  body: Buffer,
  port: number | undefined,
): Promise<http.IncomingMessage> {
  const request = http.request({
    host: "127.0.0.1",
    port,
    method,
    path: url,
    headers,
    agent: false,
  });
  const answered = once(request, "response");
  request.end(body);
  const [answer] = await answered;
  return answer;
}
