import { keyOf, limiter, networkOf } from "@/lib/throttle/limiter";
import { forgetTries, giveBack, tryOnce } from "@/lib/throttle/try-once";

const KNOWN_FOR_SECONDS = 90 * 24 * 60 * 60;

/** Addresses that a person has come in from. */
const known = () => limiter("sign-in-known", 1, KNOWN_FOR_SECONDS);

function keysOf(email: string, address: string) {
  const network = networkOf(address);
  return {
    pair: keyOf("pair", email, network),
    network: keyOf("address", network),
    person: keyOf("person", email),
  };
}

/**
 * Counts a try to sign in, of a person that exists or not, before its password is looked at:
 * decision 20.
 *
 * @throws AppError `throttled`
 */
export async function trySignIn(email: string, address: string): Promise<void> {
  const { pair, network, person } = keysOf(email, address);
  await tryOnce("sign-in-burst", pair);
  await tryOnce("sign-in-pair", pair);
  await tryOnce("sign-in-address", network);
  if ((await known().get(pair)) === null) await tryOnce("sign-in-person", person);
}

/** The try was a right one: its person starts anew, and is known at this address. */
export async function noteSignIn(email: string, address: string): Promise<void> {
  const { pair, network, person } = keysOf(email, address);
  const isKnown = (await known().get(pair)) !== null;
  await Promise.all([
    forgetTries("sign-in-burst", pair),
    forgetTries("sign-in-pair", pair),
    giveBack("sign-in-address", network),
    isKnown ? undefined : giveBack("sign-in-person", person),
    known().set(pair, 1, KNOWN_FOR_SECONDS),
  ]);
}
