import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

// AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit IV. The account's id is additional data, so
// that a ciphertext moved to another account does not open.
const algorithm = "aes-256-gcm";
// Named, because a decipher that is not told takes shorter tags too, which are easier to forge.
const authTagLength = 16;

function encryptionKey() {
  const key = Buffer.from(env().ENCRYPTION_KEY, "base64");
  return { key, id: createHash("sha256").update(key).digest("hex").slice(0, 8) };
}

const additionalData = (accountId: string, keyId: string) => Buffer.from(`${accountId}:${keyId}`);

/** Encrypts an API key for storage: `v1.<key id>.<iv>.<tag>.<ciphertext>`, parts in base64url. */
export function encryptApiKey(accountId: string, apiKey: string): string {
  const { key, id } = encryptionKey();
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength }).setAAD(
    additionalData(accountId, id),
  );
  const text = Buffer.concat([cipher.update(apiKey, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString("base64url"));
  return ["v1", id, ...parts].join(".");
}

/**
 * Opens what `encryptApiKey` made.
 *
 * @throws an Error when it was made with another ENCRYPTION_KEY, for another account, or changed
 */
export function decryptApiKey(accountId: string, stored: string): string {
  const { key, id } = encryptionKey();
  const [version, keyId = "", ...parts] = stored.split(".");
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || !iv || !tag || !text) throw new Error("Unknown form of a stored API key");
  if (keyId !== id) throw new Error("The API key was encrypted with another ENCRYPTION_KEY");
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength })
    .setAAD(additionalData(accountId, keyId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}
