import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

const page = { nonce: "n0nce", isHttps: true, isDev: false };

describe("contentSecurityPolicy", () => {
  it("allows no script but those with the nonce of this answer", () => {
    const policy = contentSecurityPolicy(page);
    expect(policy).toContain("script-src 'self' 'nonce-n0nce' 'strict-dynamic';");
    expect(policy).not.toContain("unsafe-eval");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("does not lock out a server that is reached by plain http", () => {
    expect(contentSecurityPolicy({ ...page, isHttps: false })).not.toContain("upgrade-insecure");
    expect(contentSecurityPolicy(page)).toContain("upgrade-insecure-requests");
  });

  it("allows eval in development only", () => {
    expect(contentSecurityPolicy({ ...page, isDev: true })).toContain("'unsafe-eval'");
  });
});
