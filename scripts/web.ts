import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import next from "next";
import { closePool } from "@/lib/db/pool";
import { envAtStart } from "@/lib/env";
import { CLIENT_ADDRESS, clientAddress } from "@/lib/http/client-address";
import { listen } from "@/lib/http/listen";
import { observeRequest } from "@/lib/http/observe-request";
import { setSecurityHeaders } from "@/lib/http/security-headers";
import { staticFiles } from "@/lib/http/static-files";
import { closeQueue } from "@/lib/lookups/queue";
import { onStop } from "@/lib/on-stop";

// What an upload leaves behind is collected when the heap has grown by a third, not when it has
// doubled or more: the memory of a server stays near what it needs.
setFlagsFromString("--heap-growing-percent=30");

const { HOST, PORT, TRUSTED_PROXIES } = envAtStart();
const dev = process.env.NODE_ENV === "development";

const app = next({ dev, hostname: HOST, port: PORT });
await app.prepare();
const handle = app.getRequestHandler();
const serveStatic = dev ? undefined : staticFiles(".next/static");
const server = createServer((request, response) =>
  observeRequest(request, response, () => {
    setSecurityHeaders(request, response);
    request.headers[CLIENT_ADDRESS] = clientAddress(request, TRUSTED_PROXIES);
    const handOver = () => void handle(request, response);
    if (serveStatic) serveStatic(request, response, handOver);
    else handOver();
  }),
);
await listen(server, { port: PORT, host: HOST, setting: "PORT" }).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
onStop(async () => {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  // A download may take long; what is not through in time is cut off.
  const cutOff = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(cutOff);
  await app.close();
  await closeQueue();
  await closePool();
});

const address = server.address();
process.send?.({ ready: true, port: typeof address === "object" ? address?.port : PORT });
