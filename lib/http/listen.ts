import type { Server } from "node:http";

/**
 * Lets a server listen.
 *
 * @param setting the setting that names the port, for whoever has to choose another one
 * @throws an Error in plain words when the port can't be had
 */
export function listen(
  server: Server,
  { port, host, setting }: { port: number; host: string; setting: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(plainly(error)));
    server.listen(port, host, resolve);
  });

  function plainly(error: NodeJS.ErrnoException): Error {
    const place = `Port ${port} of ${host}`;
    const remedy = `Set ${setting} to a free one.`;
    if (error.code === "EADDRINUSE") return new Error(`${place} is taken already. ${remedy}`);
    if (error.code === "EACCES") return new Error(`${place} may not be used. ${remedy}`);
    return error;
  }
}
