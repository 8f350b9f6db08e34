import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import getPort from "get-port";
import { type App, startApp } from "./app";

const freePort = async () => String(await getPort({ host: "127.0.0.1" }));

/**
 * Brings up the built product, new and empty, in a temporary folder and on free ports. Stopping it
 * takes the folder away.
 *
 * @param settings what differs from a first start; a function is given the sandbox's address
 */
export async function startTemporaryApp(
  settings: (sandboxUrl: string) => Record<string, string>,
): Promise<App> {
  const folder = await mkdtemp(path.join(tmpdir(), "rcs-reach-"));
  const clear = () => rm(folder, { recursive: true, force: true });
  const sandboxPort = await freePort();
  try {
    const app = await startApp({
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: await freePort(),
      SANDBOX_PORT: sandboxPort,
      DATABASE_URL: "",
      DATA_DIR: path.join(folder, "data"),
      OWNER_EMAIL: "",
      OWNER_PASSWORD: "",
      ...settings(`http://127.0.0.1:${sandboxPort}`),
    });
    const stop = async () => {
      await app.stop();
      await clear();
    };
    return { ...app, stop };
  } catch (error) {
    await clear();
    throw error;
  }
}
