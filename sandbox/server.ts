import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { control } from "./control";
import { sendReply } from "./faults";
import { CallLog, type LogReport } from "./log";
import { PAGE } from "./page";
import { readBody } from "./read-body";
import { serveCall } from "./serve-call";
import { DEFAULT_SETTINGS, type Settings, type SettingsInput, settingsSchema } from "./settings";

const boundAddress = z.object({ port: z.number() });

export interface SandboxOptions {
  /** 0, the default, takes any free one. */
  port?: number;
  host?: string;
  /** What differs from the default settings, for as long as this sandbox runs. */
  settings?: SettingsInput;
}

/** A running sandbox. */
export interface Sandbox {
  /** Without trailing slash; both base URLs of a connection. */
  url: string;
  /** Changes settings as `PUT /sandbox/settings` does: what is left out is as at the start. */
  configure: (input: SettingsInput) => void;
  report: () => LogReport;
  clearLog: () => void;
  /** Cuts all connections and frees the port. */
  stop: () => Promise<void>;
}

/**
 * Starts a stand-in for Kaleyra, an HTTP server of its own.
 *
 * @throws when the port is taken or the settings are not valid
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, host = "127.0.0.1" } = options;
  const initial = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...options.settings });
  const state = {
    log: new CallLog(),
    settings: initial satisfies Settings,
    configure: (input: SettingsInput) => {
      state.settings = settingsSchema.parse({ ...initial, ...input });
    },
  };
  const server = createServer((request, response) => {
    handle(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${boundAddress.parse(server.address()).port}`,
    configure: state.configure,
    report: () => state.log.report(),
    clearLog: () => state.log.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function handle(
  state: Parameters<typeof control>[0],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request);
  const path = (request.url ?? "/").replace(/\?.*$/s, "");
  if (path === "/") {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    response.end(PAGE);
  } else if (path.startsWith("/sandbox/")) {
    sendReply(response, control(state, request.method ?? "GET", path, body ?? ""));
  } else {
    await serveCall(state, request, response, body);
  }
}
