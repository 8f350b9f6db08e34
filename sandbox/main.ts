import { z } from "zod";
import { startSandbox } from "./server";

const environment = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SANDBOX_HOST: z.string().min(1).default("127.0.0.1"),
  SANDBOX_JOURNAL: z.string().min(1).optional(),
});

async function main(): Promise<void> {
  const { data: env, error } = environment.safeParse(process.env);
  if (error) throw new Error(z.prettifyError(error));
  const { SANDBOX_PORT: port, SANDBOX_HOST: host, SANDBOX_JOURNAL: journal } = env;
  const sandbox = await startSandbox({ port, host, ...(journal && { journal }) });
  console.log(`Kaleyra sandbox: ${sandbox.url}`);
  const stop = () => void sandbox.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  if (process.send !== undefined) {
    // Its parent is gone, however it ended: nobody else would stop this process.
    process.once("disconnect", stop);
    process.send({ ready: true, url: sandbox.url });
  }
}

main().catch((error: unknown) => {
  console.error(`The sandbox did not start: ${error instanceof Error ? error.message : error}`);
  process.exit(1);
});
