import type { IncomingMessage } from "node:http";

const FOLLOWED = "/sandbox/redirected";

/** Where the sandbox was called, such as `http://127.0.0.1:4010`. */
export function originOf({ headers }: IncomingMessage): string {
  return `http://${headers.host ?? "localhost"}`;
}

/**
 * The same path at another host: the sandbox under its other name, so that it sees whoever
 * follows the redirect.
 */
export function elsewhere({ headers, socket, url = "/" }: IncomingMessage): string {
  const other = headers.host?.startsWith("localhost") ? "127.0.0.1" : "localhost";
  return `http://${other}:${socket.localPort}${FOLLOWED}${url}`;
}

/** Whether a path is one to which only a redirect leads. */
export function isRedirected(path: string): boolean {
  return path.startsWith(`${FOLLOWED}/`);
}
