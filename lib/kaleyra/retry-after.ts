const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * How long a `Retry-After` header asks to wait, in milliseconds, at most a day; undefined when
 * there is none or it can't be read. Takes seconds and all three date forms of RFC 9110. A date
 * is measured against the answer's own `Date`, so that a wrong clock here does no harm.
 */
export function parseRetryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  // A header that came twice, as from a proxy that adds its own, is one list: the longest counts.
  if (/^[\d.,\s]+$/.test(value)) {
    const seconds = Math.max(...value.split(",").map(Number));
    return Number.isFinite(seconds) ? Math.min(Math.ceil(seconds * 1000), DAY_MS) : undefined;
  }
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
