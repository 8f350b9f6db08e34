/** How many tries there are in how many seconds; after them, until that time is over, none. */
export interface Limit {
  points: number;
  seconds: number;
}

const minutes = (count: number) => count * 60;

/** Every limit, by what it counts: decision 20 says why these. */
export const LIMITS = {
  /** Of one person from one address, in a burst. */
  "sign-in-burst": { points: 5, seconds: minutes(1) },
  /** The same over a longer time. */
  "sign-in-pair": { points: 20, seconds: minutes(15) },
  /** From one address, whoever is meant. */
  "sign-in-address": { points: 60, seconds: minutes(15) },
  /** Of one person, from all addresses that they have never come in from. */
  "sign-in-person": { points: 60, seconds: minutes(15) },
  /** One's present password, given to change it. */
  "present-password": { points: 5, seconds: minutes(5) },
  /** Links that do not exist, from one address. */
  link: { points: 30, seconds: minutes(15) },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;
