const NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const SAMPLE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/y;

export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/**
 * Reads the Prometheus text exposition format 0.0.4, and throws at whatever is not: an odd line, a
 * sample without a type, a counter that isn't named one, a histogram that doesn't add up.
 */
export function readMetrics(text: string): Sample[] {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  if (!text.endsWith("\n")) throw new Error("The last line does not end.");
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const [, keyword, name = "", rest = ""] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
    if (keyword === "TYPE") types.set(name, rest);
    if (keyword && NAME.test(name)) continue;
    samples.push(readSample(line));
  }
  for (const sample of samples) checkType(sample, types);
  for (const sample of samples) checkHistogram(sample, samples);
  return samples;
}

function readSample(line: string): Sample {
  const [, name = "", inside = "", value = ""] = SAMPLE.exec(line) ?? [];
  const number = Number(value.replace("Inf", "Infinity"));
  if (!name || (Number.isNaN(number) && value !== "Nan")) throw new Error(`An odd line: ${line}`);
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  while (LABEL.lastIndex < inside.length) {
    const [, label, content] = LABEL.exec(inside) ?? [];
    if (label === undefined || content === undefined) throw new Error(`Odd labels: ${line}`);
    labels[label] = content;
  }
  return { name, labels, value: number };
}

function checkType({ name }: Sample, types: Map<string, string>): void {
  const family = name.replace(/_(bucket|sum|count)$/, "");
  const type = types.get(name) ?? types.get(family);
  if (!type) throw new Error(`${name} has no type.`);
  if (type === "counter" && !name.endsWith("_total")) throw new Error(`${name} is a counter.`);
}

function checkHistogram({ name, labels, value }: Sample, samples: Sample[]): void {
  if (labels.le !== "+Inf") return;
  const { le: _, ...rest } = labels;
  const count = sumOf(samples, name.replace(/_bucket$/, "_count"), rest);
  if (count !== value) throw new Error(`${name} does not add up.`);
}

/** The sum of the samples of a name that have these labels. */
export function sumOf(
  samples: Sample[],
  name: string,
  labels: Record<string, string> = {},
): number {
  return samples
    .filter((one) => one.name === name)
    .filter((one) => Object.entries(labels).every(([key, value]) => one.labels[key] === value))
    .reduce((sum, { value }) => sum + value, 0);
}
