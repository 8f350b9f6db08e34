import { createServer } from "node:http";
import { z } from "zod";
import { listen } from "@/lib/http/listen";
import { handleRequest } from "./handle-request";
import { Journal } from "./journal";
import type { LogReport } from "./log";
import type { NumberCount } from "./number-counts";
import { DEFAULT_SETTINGS, type SettingsInput, settingsSchema } from "./settings";
import { SandboxState } from "./state";

const boundAddress = z.object({ port: z.number() });

export interface SandboxOptions {
  /** 0, the default, takes any free one. */
  port?: number;
  host?: string;
  /** What differs from the default settings, for as long as this sandbox runs. */
  settings?: SettingsInput;
  /** Milliseconds of a clock that never goes back, by which the pace of calls is measured. */
  clock?: () => number;
  /** A file that keeps the log, so that it goes on where it stood after a crash. */
  journal?: string;
}

/** A running sandbox. */
export interface Sandbox {
  /** Without trailing slash; both base URLs of a connection. */
  url: string;
  /** Changes settings as `PUT /sandbox/settings` does: what is left out is as at the start. */
  configure: (input: SettingsInput) => void;
  report: () => LogReport;
  /** How often one number (E.164 with `+`) was asked and billed. */
  countOf: (number: string) => NumberCount;
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
  const { port = 0, host = "127.0.0.1", clock = () => performance.now(), journal } = options;
  const initial = settingsSchema.parse({ ...DEFAULT_SETTINGS, ...options.settings });
  const state = new SandboxState(initial, clock, journal ? new Journal(journal) : undefined);
  const server = createServer((request, response) => {
    handleRequest(state, request, response).catch(() => response.destroy());
  });
  await listen(server, { port, host, setting: "SANDBOX_PORT" });
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    url: `http://${name}:${boundAddress.parse(server.address()).port}`,
    configure: (input) => state.configure(input),
    report: () => state.log.report(),
    countOf: (number) => state.log.countOf(number),
    clearLog: () => state.clearLog(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
