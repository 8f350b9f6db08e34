import { prisma } from "@/lib/db/prisma";
import { decryptApiKey, encryptApiKey, isEncryptedByCurrent, type Keys } from "./secrets";

/** What came of a rotation, in accounts. */
export interface Rotation {
  rotated: number;
  /** They were encrypted by the current key already. */
  current: number;
  /** Those that no key of this server opens, with the reason. */
  unopened: { name: string; reason: string }[];
}

/**
 * Encrypts the API keys of all accounts anew, by the current key. Safe to run again, and beside an
 * application that has both keys: a key that is replaced meanwhile stays as it was replaced.
 */
export async function rotateApiKeys(keys: Keys): Promise<Rotation> {
  const done: Rotation = { rotated: 0, current: 0, unopened: [] };
  const accounts = await prisma().account.findMany({
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of accounts) await rotateOne(id, keys, done);
  return done;
}

async function rotateOne(id: string, keys: Keys, done: Rotation): Promise<void> {
  for (;;) {
    const account = await prisma().account.findUnique({ where: { id } });
    if (!account) return;
    const { name, apiKeyCipher: stored } = account;
    if (isEncryptedByCurrent(stored, keys)) {
      done.current++;
      return;
    }
    let apiKey: string;
    try {
      apiKey = decryptApiKey(id, stored, keys);
    } catch (error) {
      done.unopened.push({ name, reason: (error as Error).message });
      return;
    }
    // Compare and set: it may have been replaced since it was read.
    const { count } = await prisma().account.updateMany({
      where: { id, apiKeyCipher: stored },
      data: { apiKeyCipher: encryptApiKey(id, apiKey, keys) },
    });
    if (count > 0) {
      done.rotated++;
      return;
    }
  }
}
