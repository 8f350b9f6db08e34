import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

// AES-256-GCM (NIST SP 800-38D) with a fresh 96-bit IV. The account's id and the key's are
// additional data, so that a ciphertext moved to another account does not open.
const algorithm = "aes-256-gcm";
// Named, because a decipher that is not told takes shorter tags too, which are easier to forge.
const authTagLength = 16;

/** The keys of this server, each 32 bytes in base64: what is closed by either can be opened. */
export interface Keys {
  /** Closes everything from now on. */
  current: string;
  /** Only opens, while keys are being rotated. */
  previous?: string;
}

function keysOfServer(): Keys {
  const { ENCRYPTION_KEY: current, ENCRYPTION_KEY_PREVIOUS: previous } = env();
  return { current, previous };
}

function readKey(base64: string) {
  const key = Buffer.from(base64, "base64");
  return { key, id: createHash("sha256").update(key).digest("hex").slice(0, 8) };
}

const additionalData = (accountId: string, keyId: string) => Buffer.from(`${accountId}:${keyId}`);

/** Encrypts an API key for storage: `v1.<key id>.<iv>.<tag>.<ciphertext>`, parts in base64url. */
export function encryptApiKey(accountId: string, apiKey: string, keys = keysOfServer()): string {
  const { key, id } = readKey(keys.current);
  const iv = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength }).setAAD(
    additionalData(accountId, id),
  );
  const text = Buffer.concat([cipher.update(apiKey, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), text].map((part) => part.toString("base64url"));
  return ["v1", id, ...parts].join(".");
}

/**
 * Opens what `encryptApiKey` made, by the key that it names.
 *
 * @throws AppError `unavailable` when this server does not have that key; an Error when it was made
 * for another account, or changed
 */
export function decryptApiKey(accountId: string, stored: string, keys = keysOfServer()): string {
  const [version, keyId = "", ...parts] = stored.split(".");
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, "base64url"));
  if (version !== "v1" || !iv || !tag || !text) throw new Error("Unknown form of a stored API key");
  const known = [keys.current, ...(keys.previous ? [keys.previous] : [])].map(readKey);
  const used = known.find(({ id }) => id === keyId);
  if (!used) {
    throw new AppError(
      "unavailable",
      `This server does not have the encryption key ${keyId}, by which the account's API key is stored. Give it that key as ENCRYPTION_KEY_PREVIOUS, or replace the API key under Accounts.`,
    );
  }
  const decipher = createDecipheriv(algorithm, used.key, iv, { authTagLength })
    .setAAD(additionalData(accountId, keyId))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString("utf8");
}

/** Whether a stored API key was encrypted by the current key. */
export function isEncryptedByCurrent(stored: string, keys = keysOfServer()): boolean {
  return stored.startsWith(`v1.${readKey(keys.current).id}.`);
}
