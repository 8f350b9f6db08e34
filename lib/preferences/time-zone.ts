export const TIME_ZONE_COOKIE = "tz";

/** An IANA time zone that this machine knows, or UTC: the cookie comes from outside. */
export function parseTimeZone(cookie: string | undefined): string {
  if (!cookie) return "UTC";
  try {
    new Intl.DateTimeFormat("en", { timeZone: cookie });
    return cookie;
  } catch {
    return "UTC";
  }
}
