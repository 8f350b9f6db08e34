const E164 = /^\+[1-9]\d{6,14}$/;

/** E.164 with `+`, added where it was left out; null when it is no number. */
export function normaliseAddress(address: unknown): string | null {
  if (typeof address !== "string") return null;
  const number = address.startsWith("+") ? address : `+${address}`;
  return E164.test(number) ? number : null;
}

/** A request's addresses, sorted as "E.164 Validation and Normalization" says. */
export interface SortedAddresses {
  /** Unique, E.164 with `+`, in the order given. */
  valid: string[];
  /** As they were given, rejected ones included. */
  invalid: unknown[];
  duplicates: number;
  /** Unique and E.164, but not accepted all the same. */
  rejected: string[];
}

/** @param isRejected whether Kaleyra calls a number invalid although its form is right */
export function sortAddresses(
  addresses: readonly unknown[],
  isRejected: (number: string) => boolean = () => false,
): SortedAddresses {
  const valid = new Set<string>();
  const rejected = new Set<string>();
  const invalid: unknown[] = [];
  for (const address of addresses) {
    const number = normaliseAddress(address);
    if (number === null) {
      invalid.push(address);
    } else if (isRejected(number)) {
      invalid.push(address);
      rejected.add(number);
    } else {
      valid.add(number);
    }
  }
  const duplicates = addresses.length - invalid.length - valid.size;
  return { valid: [...valid], invalid, duplicates, rejected: [...rejected] };
}
