import { createServer, type RequestListener } from "node:http";
import { z } from "zod";
import type { Connection } from "../connection";

const address = z.object({ port: z.number() });

/** A server on loopback for one test, and a connection to it. */
export interface TestServer {
  connection: Connection;
  close: () => Promise<void>;
}

/** Serves requests with a listener, until closed. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${address.parse(server.address()).port}`;
  return {
    connection: {
      rcsUrl: url,
      apiUrl: url,
      operatorUrls: [url],
      sid: "HX0000000001US",
      apiKey: "a-key",
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Serves a single answer to whatever is asked. */
export function serveJson(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<TestServer> {
  return serve((_request, response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify(body));
  });
}
