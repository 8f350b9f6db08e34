type Values =
  | Uint8Array<ArrayBuffer>
  | Uint16Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

/** A list of numbers that grows, without an object or a tagged value for each. */
export class NumberColumn<T extends Values> {
  length = 0;
  private values: T;
  private readonly create: (size: number) => T;

  constructor(create: (size: number) => T) {
    this.create = create;
    this.values = create(1024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.create(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  /** 0 outside of the list. */
  at(index: number): number {
    return this.values[index] ?? 0;
  }

  /** All numbers so far, in place. */
  toArray(): T {
    return this.values.subarray(0, this.length) as T;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }
}

export const bytes = (): NumberColumn<Uint8Array<ArrayBuffer>> =>
  new NumberColumn((size) => new Uint8Array(size));
export const shorts = (): NumberColumn<Uint16Array<ArrayBuffer>> =>
  new NumberColumn((size) => new Uint16Array(size));
export const integers = (): NumberColumn<Uint32Array<ArrayBuffer>> =>
  new NumberColumn((size) => new Uint32Array(size));
/** For E.164 numbers: their 15 digits fit into the 53 bits of a float. */
export const floats = (): NumberColumn<Float64Array<ArrayBuffer>> =>
  new NumberColumn((size) => new Float64Array(size));
