import { counter, histogram } from "./registry";

export const kaleyraCalls = counter({
  name: "rcs_reach_kaleyra_calls_total",
  help: 'Calls to Kaleyra that this process has made, by operation and result ("ok", or the kind of failure).',
  labelNames: ["operation", "result"],
});

export const kaleyraSeconds = histogram({
  name: "rcs_reach_kaleyra_call_duration_seconds",
  help: "How long calls to Kaleyra took, without the wait for their turn.",
  labelNames: ["operation"],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30],
});

export const kaleyraNumbers = counter({
  name: "rcs_reach_kaleyra_numbers_total",
  help: "Numbers that were asked, by what the ledger says of their price: billed, ambiguous (possibly billed) or free.",
  labelNames: ["operation", "billing"],
});

export const kaleyraRetries = counter({
  name: "rcs_reach_kaleyra_retries_total",
  help: "Calls that were made again for numbers whose last call failed.",
  labelNames: ["operation"],
});
