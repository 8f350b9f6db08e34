/** Hosts of a Kaleyra region. Lookups are documented for North America only. */
export const PODS = [
  {
    id: "na",
    name: "North America",
    rcsHost: "rcs-api.na.kaleyra.io",
    apiHost: "api.kaleyra.io",
  },
  { id: "in", name: "India", rcsHost: "rcs-api.in.kaleyra.io", apiHost: "api.in.kaleyra.io" },
  { id: "eu", name: "Europe", rcsHost: "rcs-api.eu.kaleyra.io", apiHost: "api.eu.kaleyra.io" },
  {
    id: "ap",
    name: "Asia Pacific",
    rcsHost: "rcs-api.ap.kaleyra.io",
    apiHost: "api.ap.kaleyra.io",
  },
  {
    id: "na-ai",
    name: "North America (kaleyra.ai)",
    rcsHost: "rcs-api.na.kaleyra.ai",
    apiHost: "api.na.kaleyra.ai",
  },
] as const;

/** The pod that a host belongs to: `in` for api.in.kaleyra.io. Hosts that name none are `na`. */
export function podOf(host: string): string {
  const labels = host.split(".");
  return (labels.length > 3 ? labels.at(-3) : undefined) ?? "na";
}

/**
 * The base URL of calls to a host, without trailing slash.
 *
 * @param override the operator's own URL (of a proxy or a stand-in), which wins; it may hold
 * `{pod}`
 */
export function baseUrl(host: string, override?: string): string {
  if (override === undefined || override === "") return `https://${host}`;
  return override.replaceAll("{pod}", podOf(host)).replace(/\/+$/, "");
}
