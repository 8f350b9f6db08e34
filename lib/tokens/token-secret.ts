import { createHash, randomBytes } from "node:crypto";

/** Begins every secret, so that secret scanners find one that was published. */
const PREFIX = "rcsr_";

/** A new secret: the prefix and 256 random bits in base64url. */
export function makeTokenSecret(): string {
  return PREFIX + randomBytes(32).toString("base64url");
}

/**
 * What is stored of a secret: its SHA-256 in hex. A slow hash, as for passwords, would guard
 * nothing more: 256 random bits can't be guessed.
 */
export function hashTokenSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
