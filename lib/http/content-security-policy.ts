/**
 * The policy of a page: scripts and style elements with this nonce, everything else from this
 * server alone. Style attributes are allowed, since charts and overlays place themselves by them;
 * `blob:` workers read the audience file.
 */
export function contentSecurityPolicy(given: {
  nonce: string;
  isHttps: boolean;
  isDev: boolean;
}): string {
  const { nonce, isHttps, isDev } = given;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    // Next's development overlay adds style elements without a nonce.
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}
