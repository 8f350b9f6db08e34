import { createHash, randomBytes } from "node:crypto";

/** The secret of a link: 256 random bits in base64url. It is shown once and kept nowhere. */
export function makeLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is kept of it. So many bits can't be guessed, so a fast hash is enough. */
export function hashLinkSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
