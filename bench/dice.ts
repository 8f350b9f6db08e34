import { seededRandom } from "@/lib/phone/testing/random";

/** Numbers from 0 up to 1 that look like chance and are the same at each start. */
export function dice(seed: number): () => number {
  const random = seededRandom(seed);
  return () => random(2 ** 32) / 2 ** 32;
}
