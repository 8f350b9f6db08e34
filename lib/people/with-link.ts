import { AppError } from "@/lib/errors";
import { keyOf, networkOf } from "@/lib/throttle/limiter";
import { giveBack, tryOnce } from "@/lib/throttle/try-once";

/**
 * Does what a link is for, and counts links that do not work for each address.
 *
 * @throws AppError `throttled`, `link_not_valid`, and what the work throws
 */
export async function withLink<T>(address: string, work: () => Promise<T>): Promise<T> {
  const key = keyOf("link", networkOf(address));
  await tryOnce("link", key);
  const isGuess = (error: unknown) => error instanceof AppError && error.code === "link_not_valid";
  try {
    const result = await work();
    await giveBack("link", key);
    return result;
  } catch (error) {
    if (!isGuess(error)) await giveBack("link", key);
    throw error;
  }
}
