import { DBOSClient } from "@dbos-inc/dbos-sdk";
import type { PoolClient } from "pg";
import { MAX_CALLS_AT_ONCE } from "@/lib/api/values";
import { pool } from "@/lib/db/pool";
import { env } from "@/lib/env";
import { quietDbosLogger } from "./dbos-logger";
import type { Upstream } from "./upstream";
import type { Work } from "./work";

/** The name under which the workflows stand in the engine's tables. */
export const APPLICATION = "rcs-reach";
/** Raised when a workflow's steps change in a way that a half-done run could not follow. */
export const WORKFLOW_VERSION = "2";
export const RUN_QUEUE = "runs";
/** The workflows that conduct each kind of work. */
export const CONDUCTOR = {
  runs: "conductRun",
  detail_passes: "conductDetails",
} as const satisfies Record<Work["table"], string>;

/**
 * How often each worker looks at a queue, in milliseconds: it bounds how late a run starts, and is
 * what an idle worker does.
 */
export const POLL_MS = 100;
/** How often the end of a round's lanes is looked for, while it goes. */
export const END_POLL_MS = 50;

/**
 * The queue for lanes of all accounts that allow so many calls at once. An account's lanes for each
 * upstream are a partition of it, whose limit is what holds "calls at once" on all workers together.
 * A queue for each account would have to be looked at for each of them, by each worker, all the time.
 */
const laneQueue = (callsAtOnce: number) => `calls-at-once:${callsAtOnce}`;

/** Lanes that wait until one upstream is back must not hold the places of calls to the other. */
const lanePartition = (accountId: string, upstream: Upstream) => `${accountId}:${upstream}`;
/** SQL: the account of a lane; lanes of earlier workers stand in a partition that bears its id alone. */
const ACCOUNT_OF_LANE = "split_part(queue_partition_key, ':', 1)";

const shared = globalThis as { rcsReachQueue?: Promise<DBOSClient> };

function client(): Promise<DBOSClient> {
  shared.rcsReachQueue ??= DBOSClient.create({
    systemDatabaseUrl: env().DATABASE_URL,
    systemDatabasePoolSize: 3,
    applicationName: APPLICATION,
    logger: quietDbosLogger,
  });
  return shared.rcsReachQueue;
}

/**
 * Lets the workers of all machines together make at most `callsAtOnce` calls of an account at once,
 * to each upstream.
 */
export async function setLaneLimit({ id, callsAtOnce }: AccountLimit): Promise<void> {
  await registerLaneQueue(callsAtOnce);
  // Lanes that go on under another limit count under this one. The engine has no verb for it.
  await pool().query(
    `UPDATE dbos.workflow_status SET queue_name = $2
     WHERE ${ACCOUNT_OF_LANE} = $1 AND queue_name <> $2
       AND status IN ('ENQUEUED', 'PENDING', 'DELAYED')`,
    [id, laneQueue(callsAtOnce)],
  );
}

async function registerLaneQueue(callsAtOnce: number): Promise<void> {
  const queues = await client();
  await queues.registerQueue(laneQueue(callsAtOnce), {
    partitionConcurrency: callsAtOnce,
    partitionWorkerConcurrency: Math.min(callsAtOnce, env().WORKER_CONCURRENCY),
    minPollingIntervalMs: POLL_MS,
    onConflict: "always_update",
  });
}

interface AccountLimit {
  id: string;
  callsAtOnce: number;
}

/** Forgets the queues of version 1, one for each account: its lanes have been replaced by then. */
export async function removeOldQueues(): Promise<void> {
  const queues = await client();
  for (const { name } of await queues.listQueues()) {
    if (name.startsWith("account:")) await queues.deleteQueue(name);
  }
}

const CONDUCTOR_PREFIX = { runs: "run", detail_passes: "details" } as const;
const LANE_PREFIX = { runs: "lane", detail_passes: "details-lane" } as const;

/** The workflow that conducts a round of work. */
export const conductorId = ({ table, id, round }: Work) =>
  `${CONDUCTOR_PREFIX[table]}:${id}:${round}`;

/**
 * Enqueues the conducting of a round within the caller's transaction, so that the status of the
 * work and what is to be done can't disagree.
 */
export async function enqueueWork(tx: PoolClient, work: Work): Promise<void> {
  const queues = await client();
  await queues.enqueueInTransaction(
    tx,
    {
      queueName: RUN_QUEUE,
      workflowName: CONDUCTOR[work.table],
      workflowID: conductorId(work),
      appVersion: WORKFLOW_VERSION,
    },
    work.id,
    work.round,
  );
}

/** What the ids of a round's lanes begin with. */
export const laneIdPrefix = ({ table, id, round }: Work) => `${LANE_PREFIX[table]}:${id}:${round}:`;

/** The ids of a round's lanes; when some work is left after them, another wave of them follows. */
export const laneIds = (work: Work, wave: number, count: number): string[] =>
  Array.from({ length: count }, (_, no) => `${laneIdPrefix(work)}${wave}:${no}`);

interface NewLanes {
  accountId: string;
  upstream: Upstream;
  laneWorkflow: string;
  ids: string[];
}

/**
 * Enqueues lanes of a round together, those that are there already excepted. The engine's own way
 * to start workflows within another one takes a transaction for each.
 */
export async function enqueueLanes(
  tx: PoolClient,
  work: Work,
  { accountId, upstream, laneWorkflow, ids }: NewLanes,
): Promise<void> {
  const queues = await client();
  // Held until the lanes are there, so that a limit that is changed meanwhile finds them.
  const { rows } = await tx.query<{ callsAtOnce: number; queues: string[] }>(
    `SELECT calls_at_once AS "callsAtOnce", ARRAY(SELECT name FROM dbos.queues) AS queues
     FROM accounts WHERE id = $1 FOR SHARE`,
    [accountId],
  );
  const [account] = rows;
  if (!account) throw new Error("A round of work whose account is gone.");
  // Whoever changed the limit may have been cut off, and nobody would look at the lanes then.
  if (!account.queues.includes(laneQueue(account.callsAtOnce))) {
    await registerLaneQueue(account.callsAtOnce);
  }
  for (const workflowID of ids) {
    await queues.enqueueInTransaction(
      tx,
      {
        queueName: laneQueue(account.callsAtOnce),
        queuePartitionKey: lanePartition(accountId, upstream),
        workflowName: laneWorkflow,
        workflowID,
        appVersion: WORKFLOW_VERSION,
      },
      work.id,
      work.round,
      workflowID,
    );
  }
}

/**
 * Whether the turn of a lane's wave is over: lanes of other work, such as another run of the account,
 * wait for its places, or one of the wave itself has left its place to such. Only when all of them
 * have ended does another wave take the places that are free again.
 */
export async function isWaveOver(round: Work, laneId: string): Promise<boolean> {
  const wave = Number(laneId.split(":").at(-2));
  const { rowCount } = await pool().query(
    `SELECT 1 WHERE EXISTS (
         SELECT 1 FROM dbos.workflow_status own JOIN dbos.workflow_status other
           USING (queue_name, queue_partition_key)
         WHERE own.workflow_uuid = $1 AND other.status = 'ENQUEUED'
           AND NOT starts_with(other.workflow_uuid, $2))
       OR EXISTS (
         SELECT 1 FROM dbos.workflow_status
         WHERE workflow_uuid = ANY($3) AND status IN ('SUCCESS', 'ERROR'))`,
    [laneId, laneIdPrefix(round), laneIds(round, wave, MAX_CALLS_AT_ONCE)],
  );
  return Boolean(rowCount);
}

/** Enqueues the conducting of a run's round. */
export function enqueueRun(tx: PoolClient, runId: string, round: number): Promise<void> {
  return enqueueWork(tx, { table: "runs", id: runId, round });
}

/** Closes the connections to the queue, for a process that ends. */
export async function closeQueue(): Promise<void> {
  const open = shared.rcsReachQueue;
  shared.rcsReachQueue = undefined;
  await (await open)?.destroy();
}
