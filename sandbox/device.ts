import { answerFor } from "./answers";
import { hash32 } from "./hash";

/** The device object of a number; what is not given is absent, as for EU numbers. */
export function deviceOf(number: string, deviceAddress = number): Record<string, unknown> {
  const { rcs, carrier, carrierStatus } = answerFor(number);
  return {
    deviceAddress,
    ...(carrier === null ? {} : { carrierId: carrier }),
    ...(carrierStatus === null ? {} : { carrierStatus }),
    rcsEnabled: rcs,
  };
}

/** The devices of a bulk answer, not in the order asked, as nothing promises that. */
export function devicesOf(numbers: readonly string[]): Record<string, unknown>[] {
  return numbers
    .map((number) => ({ number, rank: hash32(number) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ number }) => deviceOf(number));
}
