const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, at most a day; undefined when
 * there is none or it can't be read. Takes seconds and all three date forms of RFC 9110. A date
 * is measured against the answer's own `Date`, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.min(Math.ceil(Number(value) * 1000), DAY_MS);
  const until = parseHttpDate(value);
  if (until === null) return undefined;
  const from = parseHttpDate(headers.get("date")?.trim() ?? "") ?? now;
  return Math.min(Math.max(until - from, 0), DAY_MS);
}

function parseHttpDate(value: string): number | null {
  if (!/^[A-Za-z]{3,9},? /.test(value)) return null;
  // asctime, the oldest form, names no zone and means GMT.
  const time = Date.parse(/GMT$/.test(value) ? value : `${value} GMT`);
  return Number.isNaN(time) ? null : time;
}
