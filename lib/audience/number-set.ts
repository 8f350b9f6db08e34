import { floats } from "./number-column";

const EMPTY = 0;
/** All numbers find new slots each time; four times as many are seldom enough not to matter. */
const GROWTH = 4;

/**
 * Distinct E.164 numbers (without the plus, as floats) in the order of their arrival: an open hash
 * table of ordinals over one array of numbers, about 20 bytes a number.
 */
export class NumberSet {
  private readonly numbers = floats();
  /** Ordinal + 1, or `EMPTY`. The size is a power of two. */
  private slots = new Uint32Array(4096);
  /** What `expect` saw: the compiler leaves out a reading of which nothing comes. */
  protected seen = 0;

  get size(): number {
    return this.numbers.length;
  }

  at(ordinal: number): number {
    return this.numbers.at(ordinal);
  }

  /**
   * Looks at the slots of numbers that are about to be added. In a large table each `add` waits for
   * the memory; here the waits of all of them overlap, and the slots are at hand afterwards.
   */
  expect(numbers: ArrayLike<number>): void {
    const mask = this.slots.length - 1;
    let seen = 0;
    for (let at = 0; at < numbers.length; at += 1) {
      const found = this.slots[hash(numbers[at] ?? 0) & mask] ?? EMPTY;
      if (found !== EMPTY) seen ^= this.numbers.at(found - 1);
    }
    this.seen = seen;
  }

  /** Makes room for so many numbers, all at once: each growth finds new slots for all of them. */
  reserve(count: number): void {
    let size = this.slots.length;
    while (size < count * 2) size *= 2;
    if (size > this.slots.length) this.resize(size);
  }

  /** The ordinal of a number, which is the former `size` when it is new. */
  add(number: number): number {
    let slot = this.slotOf(number);
    const found = this.slots[slot] ?? EMPTY;
    if (found !== EMPTY) return found - 1;
    if (this.size * 2 >= this.slots.length) {
      this.resize(this.slots.length * GROWTH);
      slot = this.slotOf(number);
    }
    this.numbers.push(number);
    this.slots[slot] = this.size;
    return this.size - 1;
  }

  /** Where a number stands, or the empty slot where it belongs. */
  private slotOf(number: number): number {
    const mask = this.slots.length - 1;
    let slot = hash(number) & mask;
    for (;;) {
      const found = this.slots[slot] ?? EMPTY;
      if (found === EMPTY || this.numbers.at(found - 1) === number) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private resize(size: number): void {
    this.slots = new Uint32Array(size);
    for (let ordinal = 0; ordinal < this.size; ordinal += 1) {
      this.slots[this.slotOf(this.numbers.at(ordinal))] = ordinal + 1;
    }
  }
}

/** Mixes both halves of a 53-bit integer (the finaliser of MurmurHash3). */
function hash(number: number): number {
  // A bitwise operation takes the lower 32 bits of a number, a remainder would take ten times as long.
  let mixed = number ^ Math.imul(number / 0x1_0000_0000, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
