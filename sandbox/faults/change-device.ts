import { type Device, deviceOf } from "../device";
import type { NumberFaultKind } from "../faults";
import { hash32 } from "../hash";

type Change = (device: Device, number: string) => Device[];

const UNREADABLE = [null, "maybe", "", 2, {}, undefined];
const ODD_STATUSES = [
  (status: string) => status.toLowerCase(),
  (status: string) => ` ${status.slice(0, 1)}${status.slice(1).toLowerCase()} `,
  () => "SUSPENDED",
  () => "ported out",
];

/** What each fault makes of a device: none, itself changed, or more than one. */
export const DEVICE_CHANGES: Record<Exclude<NumberFaultKind, "rejected">, Change> = {
  missing: () => [],
  doubled: (device) => [device, device],
  contradicted: (device) => [device, { ...device, rcsEnabled: !device.rcsEnabled }],
  foreign: (device, number) => [device, deviceOf(foreignNumber(number))],
  without_plus: (device) => [{ ...device, deviceAddress: device.deviceAddress.replace("+", "") }],
  chat_address: (device) => [{ ...device, deviceAddress: `chat:${device.deviceAddress}` }],
  without_carrier: ({ deviceAddress, rcsEnabled }) => [{ deviceAddress, rcsEnabled }],
  odd_status: (device, number) =>
    device.carrierStatus === undefined
      ? [device]
      : [{ ...device, carrierStatus: pick(ODD_STATUSES, number)?.(device.carrierStatus) }],
  flag_as_text: (device) => [{ ...device, rcsEnabled: String(device.rcsEnabled) }],
  flag_unreadable: (device, number) => [{ ...device, rcsEnabled: pick(UNREADABLE, number) }],
};

/** A number that nobody asks for: the calling code 999 is not in use. */
export function foreignNumber(number: string): string {
  return `+999${String(hash32(number)).padStart(10, "0")}`;
}

function pick<T>(values: readonly T[], number: string): T | undefined {
  return values[hash32(`pick:${number}`) % values.length];
}
