import { hash, verify } from "@node-rs/argon2";

/** OWASP's password storage advice for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The argon2id hash of a password, in the PHC string format. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

// Verified against when there is no such user, so that both answers take the same time.
let decoy: Promise<string> | undefined;

/** Whether a password fits a hash; without a hash always false, in about the same time. */
export async function verifyPassword(
  stored: string | null | undefined,
  password: string,
): Promise<boolean> {
  decoy ??= hashPassword("no user has this password");
  const fits = await verify(stored ?? (await decoy), password);
  return typeof stored === "string" && fits;
}
