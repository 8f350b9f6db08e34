import { type Device, deviceOf } from "./device";
import { NUMBER_FAULT_KINDS } from "./faults";
import { DEVICE_CHANGES } from "./faults/change-device";
import type { Struck } from "./faults/struck";
import { hash32 } from "./hash";

/** The devices that an answer has for one number: one, unless a fault strikes it. */
export function devicesFor(number: string, struck: Struck, deviceAddress = number): Device[] {
  let devices = [deviceOf(number, deviceAddress)];
  for (const fault of NUMBER_FAULT_KINDS) {
    if (fault === "rejected" || !struck(fault, number)) continue;
    devices = devices.flatMap((device) => DEVICE_CHANGES[fault](device, number));
  }
  return devices;
}

/** The devices of a bulk answer, not in the order asked, as nothing promises that. */
export function devicesOf(numbers: readonly string[], struck: Struck): Device[] {
  return numbers
    .map((number) => ({ number, rank: hash32(number) }))
    .sort((left, right) => left.rank - right.rank)
    .flatMap(({ number }) => devicesFor(number, struck));
}
