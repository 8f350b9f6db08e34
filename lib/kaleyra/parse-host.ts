/** Why a host typed by hand is refused, in words for the user. */
export const HOST_PROBLEMS = {
  empty: "Give the host of your pod, such as rcs-api.na.kaleyra.io.",
  unreadable: "This is not a host name. Give something like rcs-api.na.kaleyra.io.",
  not_https: "Kaleyra is called over https only. Leave the http:// out.",
  userinfo: "Give the host alone, without a user name or password.",
  port: "Give the host alone, without a port.",
  path: "Give the host alone, without a path.",
  ip_address: "An IP address is not accepted. Give a host name under kaleyra.io or kaleyra.ai.",
  foreign: "Only hosts under kaleyra.io or kaleyra.ai are accepted: your key goes nowhere else.",
} as const;

export type HostProblem = keyof typeof HOST_PROBLEMS;

const UNDER_KALEYRA = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+kaleyra\.(?:io|ai)$/;

/** Reads a host that a user typed, with or without `https://` before it. */
export function parseHost(
  input: string,
): { ok: true; host: string } | { ok: false; problem: HostProblem } {
  const typed = input.trim();
  if (typed === "") return refuse("empty");
  if (/[\s\\]/.test(typed)) return refuse("unreadable");
  const address = typed.includes("://") ? typed : `https://${typed}`;
  if (!URL.canParse(address)) return refuse("unreadable");
  const url = new URL(address);
  if (url.protocol !== "https:") return refuse("not_https");
  if (url.username !== "" || url.password !== "") return refuse("userinfo");
  if (url.port !== "") return refuse("port");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return refuse("path");
  if (/^\[|^[\d.]+$/.test(url.hostname)) return refuse("ip_address");
  return UNDER_KALEYRA.test(url.hostname) ? { ok: true, host: url.hostname } : refuse("foreign");
}

function refuse(problem: HostProblem): { ok: false; problem: HostProblem } {
  return { ok: false, problem };
}
