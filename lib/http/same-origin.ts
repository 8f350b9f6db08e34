/**
 * Whether a write comes from a page of this very site: its `Origin` names the host that it was
 * sent to. Missing or `null` is not enough (Fetch standard, "Origin header").
 */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (!origin || !host || !URL.canParse(origin)) return false;
  return new URL(origin).host === host;
}
