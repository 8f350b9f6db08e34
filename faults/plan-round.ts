import { dice } from "@/bench/dice";

/** What can happen to the processes of an installation. */
export const FAULTS = [
  "a worker is killed",
  "a worker is stopped and started",
  "a worker hangs for a moment",
  "a worker hangs until others take up its work",
  "the web server is killed",
  "the web server hangs for a moment",
  "PostgreSQL is killed",
  "PostgreSQL is restarted",
  "PostgreSQL hangs for a moment",
  "Kaleyra is killed",
  "Kaleyra hangs for a moment",
] as const;
export type Fault = (typeof FAULTS)[number];

/** A fault and its moment, which is told by what has happened until then and not by a clock. */
export interface PlannedFault {
  fault: Fault;
  /** Strikes when so many chunks of the upload have been answered, or Kaleyra was called so often. */
  after: { chunks: number } | { calls: number };
  /** And so many milliseconds later: somewhere within the call that is under way. */
  later: number;
  /** Which worker, when it strikes one. */
  worker: number;
  /** How long it hangs, or is away, in milliseconds. */
  lasts: number;
}

export interface RoundSetting {
  seed: number;
  /** From 0. */
  round: number;
  chunks: number;
  calls: number;
  workers: number;
  latencyMs: number;
}

const WORKERS = FAULTS.filter((fault) => fault.startsWith("a worker"));
const DATABASE = FAULTS.filter((fault) => fault.startsWith("PostgreSQL"));
const OTHERS = FAULTS.filter((fault) => !WORKERS.includes(fault) && !DATABASE.includes(fault));
/** The first rounds strike one kind of process each, the later ones all. */
const KINDS: readonly (readonly Fault[])[] = [WORKERS, DATABASE, OTHERS];
const DURING_UPLOAD = 2;
const DURING_RUN = 4;

/**
 * The faults of a round, in order. The same seed and round give the same faults at the same moments.
 */
export function planRound({ seed, round, ...size }: RoundSetting): PlannedFault[] {
  const random = dice(seed * 1_000_003 + round);
  const below = (bound: number) => Math.floor(random() * bound);
  const kinds = KINDS[round] ?? FAULTS;
  // Every fault of a kind strikes before one of them strikes again.
  let left: Fault[] = [];
  const draw = () => {
    if (left.length === 0) left = [...kinds];
    return left.splice(below(left.length), 1)[0] ?? FAULTS[0];
  };
  const plan = (after: PlannedFault["after"]): PlannedFault => ({
    fault: draw(),
    after,
    later: below(size.latencyMs),
    worker: below(size.workers),
    lasts: 200 + below(800),
  });
  const sorted = (count: number, bound: number) =>
    Array.from({ length: count }, () => below(bound)).sort((a, b) => a - b);
  return [
    ...sorted(DURING_UPLOAD, size.chunks).map((chunks) => plan({ chunks })),
    ...sorted(DURING_RUN, size.calls - 2).map((calls) => plan({ calls: 1 + calls })),
  ];
}
