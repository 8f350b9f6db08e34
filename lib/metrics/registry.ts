import {
  Counter,
  type CounterConfiguration,
  collectDefaultMetrics,
  Gauge,
  type GaugeConfiguration,
  Histogram,
  type HistogramConfiguration,
  Registry,
} from "prom-client";

// Next loads a module more than once; what they count stands in one place.
const shared = globalThis as { rcsReachMetrics?: Registry };

/** The metrics of this process, with those of Node.js itself. */
export function registry(): Registry {
  if (!shared.rcsReachMetrics) {
    shared.rcsReachMetrics = new Registry();
    collectDefaultMetrics({ register: shared.rcsReachMetrics });
  }
  return shared.rcsReachMetrics;
}

/** A metric of the registry, made at its first use. */
function once<C extends { name: string }, M>(config: C, make: (config: C) => M): () => M {
  return () => (registry().getSingleMetric(config.name) as M | undefined) ?? make(config);
}

export const counter = <L extends string>(config: CounterConfiguration<L>) =>
  once(config, (given) => new Counter({ ...given, registers: [registry()] }));

export const gauge = <L extends string>(config: GaugeConfiguration<L>) =>
  once(config, (given) => new Gauge({ ...given, registers: [registry()] }));

export const histogram = <L extends string>(config: HistogramConfiguration<L>) =>
  once(config, (given) => new Histogram({ ...given, registers: [registry()] }));
