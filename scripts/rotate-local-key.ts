import type { Keys } from "@/lib/accounts/secrets";
import { localSecrets, makeEncryptionKey, replaceLocalSecrets } from "./local-secrets";

/**
 * Gives an installation that keeps its own secrets a new encryption key. The order survives being
 * cut off at any moment: both keys are in the file before anything is encrypted by the new one, and
 * the old one leaves it only after nothing is encrypted by it any more. Run again, it goes on with
 * the key that it had made.
 *
 * @param reencrypt encrypts everything by the current key; says whether nothing needs the previous
 * one any more
 */
export async function rotateLocalKey(
  folder: string,
  reencrypt: (keys: Keys) => Promise<boolean>,
): Promise<void> {
  let secrets = await localSecrets(folder);
  if (!secrets.previousEncryptionKey) {
    const { encryptionKey: previousEncryptionKey } = secrets;
    secrets = { ...secrets, encryptionKey: makeEncryptionKey(), previousEncryptionKey };
    await replaceLocalSecrets(folder, secrets);
  }
  const { encryptionKey: current, previousEncryptionKey: previous, ...rest } = secrets;
  if (await reencrypt({ current, previous })) {
    await replaceLocalSecrets(folder, { ...rest, encryptionKey: current });
  }
}
