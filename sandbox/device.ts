import { answerFor } from "./answers";

/** An entry of an answer. What the sandbox says of a number, and what a fault made of it. */
export interface Device {
  deviceAddress: string;
  carrierId?: string;
  carrierStatus?: string | undefined;
  rcsEnabled: unknown;
}

/** The device object of a number; what is not given is absent, as for EU numbers. */
export function deviceOf(number: string, deviceAddress = number): Device {
  const { rcs, carrier, carrierStatus } = answerFor(number);
  if (carrier === null || carrierStatus === null) return { deviceAddress, rcsEnabled: rcs };
  return { deviceAddress, carrierId: carrier, carrierStatus, rcsEnabled: rcs };
}
