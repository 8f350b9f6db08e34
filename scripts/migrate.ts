import { needsSetup, setUp } from "@/lib/auth/setup";
import { endWithoutDatabase } from "@/lib/db/end-without-database";
import { migrate } from "@/lib/db/migrate";
import { closePool } from "@/lib/db/pool";
import { envAtStart } from "@/lib/env";
import { logger } from "@/lib/logger";
import { closeQueue } from "@/lib/lookups/queue";

const { DATABASE_URL, OWNER_EMAIL, OWNER_PASSWORD } = envAtStart();

const applied = await migrate(DATABASE_URL).catch(endWithoutDatabase);
logger.info({ applied }, "the database is up to date");

// An unattended install: the first owner comes from the environment instead of the first-run page.
if (OWNER_EMAIL && OWNER_PASSWORD && (await needsSetup())) {
  await setUp({ name: "Owner", email: OWNER_EMAIL.toLowerCase(), password: OWNER_PASSWORD });
  logger.info("made the first owner");
}
await closeQueue();
await closePool();
process.exit(0);
