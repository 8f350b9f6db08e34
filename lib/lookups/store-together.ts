import { atomically } from "@/lib/db/atomically";
import type { ContactOutcome } from "./contact-outcome";
import { closeCalls } from "./ledger";
import { noteAnswer } from "./note-answer";
import { saveOutcomes } from "./save-outcomes";
import { closeBatches } from "./take-batch";

/** What is to be stored of an answer to a batch. */
export interface StoredAnswer {
  accountId: string;
  /** Its attempt in the ledger. */
  call: Parameters<typeof closeCalls>[1][number];
  /** The batch that has nothing left to ask now. */
  closes: number | null;
  outcomes: ContactOutcome[];
}

interface Waiting {
  answer: StoredAnswer;
  stored: () => void;
  failed: (reason: unknown) => void;
}

/** So many at once: more would keep the run's breakdown locked for long. */
const MOST = 8;
/** Their contacts are read in one stretch of the file, which must not become all of it. */
const MOST_LINES = 50_000;

/** The answers of each run that wait to be stored. A run that stands here is being stored. */
const waiting = new Map<string, Waiting[]>();

/**
 * Stores an answer to a batch of a run; those that came while others of the run were being stored
 * go together, in one transaction: each of its own would wait for the same rows of the breakdown,
 * and for a disk of its own.
 *
 * @returns when it is stored. It is tried again while the database is away.
 */
export function storeTogether(runId: string, answer: StoredAnswer): Promise<void> {
  return new Promise((stored, failed) => {
    const going = waiting.get(runId);
    const one = { answer, stored, failed };
    if (going) going.push(one);
    else {
      const queue = [one];
      waiting.set(runId, queue);
      void storeAll(runId, queue);
    }
  });
}

async function storeAll(runId: string, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await storeGroup(runId, takeNeighbours(queue));
  waiting.delete(runId);
}

/** Takes the answer that has waited longest, and with it those whose contacts stand near its own. */
function takeNeighbours(queue: Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  let [first, last] = [Number.POSITIVE_INFINITY, 0];
  for (const one of queue) {
    const lines = one.answer.outcomes.map(({ line }) => line);
    const [from, to] = [Math.min(first, ...lines), Math.max(last, ...lines)];
    if (group.length > 0 && to - from > MOST_LINES) continue;
    group.push(one);
    [first, last] = [from, to];
    if (group.length === MOST) break;
  }
  queue.splice(0, queue.length, ...queue.filter((one) => !group.includes(one)));
  return group;
}

/** Stores a group, or, when that is refused, each of it by itself: one bad answer keeps no other. */
async function storeGroup(runId: string, group: Waiting[]): Promise<void> {
  try {
    await store(
      runId,
      group.map(({ answer }) => answer),
    );
    for (const { stored } of group) stored();
  } catch (reason) {
    if (group.length === 1) group[0]?.failed(reason);
    else for (const one of group) await storeGroup(runId, [one]);
  }
}

function store(runId: string, answers: StoredAnswer[]): Promise<void> {
  const accounts = new Set(answers.map(({ accountId }) => accountId));
  return atomically(async (tx) => {
    for (const accountId of accounts) await noteAnswer(tx, accountId, "rcs");
    const closed = answers.flatMap(({ closes }) => closes ?? []);
    if (closed.length > 0) await closeBatches(tx, runId, closed);
    await closeCalls(
      tx,
      answers.map(({ call }) => call),
    );
    // Last: what other workers write to as well is locked for short.
    await saveOutcomes(
      tx,
      runId,
      answers.flatMap(({ outcomes }) => outcomes),
    );
  });
}
