import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { checkReady } from "@/lib/db/check-ready";
import { listen } from "@/lib/http/listen";
import { toProblem } from "@/lib/http/problem";
import { metricsAnswer } from "@/lib/metrics/metrics-answer";

/** A server for whoever watches over a worker. */
export interface MetricsServer {
  port: number;
  stop: () => Promise<void>;
}

/**
 * Serves what a monitor asks a worker for: `GET /metrics` with the token, and without one `/health`
 * (the process answers) and `/ready` (it reaches a database that has its tables).
 */
export async function serveMetrics(host: string, port: number): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => {
        const { status, detail } = toProblem(error);
        return { status, type: "text/plain; charset=utf-8", text: `${detail}\n` };
      })
      .then(({ status = 200, type, text }) => send(response, status, type, text));
  });
  await listen(server, { port, host, setting: "METRICS_PORT" });
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  status?: number;
  type: string;
  text: string;
}

async function answer({ method, url, headers }: IncomingMessage): Promise<Answer> {
  const type = "application/json";
  const place = method === "GET" || method === "HEAD" ? url?.split("?")[0] : undefined;
  if (place === "/metrics") return metricsAnswer(headers.authorization);
  if (place === "/health") return { type, text: JSON.stringify({ status: "ok" }) };
  if (place === "/ready") return { type, text: JSON.stringify(await checkReady()) };
  return { status: 404, type: "text/plain; charset=utf-8", text: "There is nothing here.\n" };
}

function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" });
  response.end(text);
}
