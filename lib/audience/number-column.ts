type Values = Uint8Array | Uint16Array | Uint32Array | Float64Array;

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

  set(index: number, value: number): void {
    this.values[index] = value;
  }
}

export const bytes = (): NumberColumn<Uint8Array> =>
  new NumberColumn((size) => new Uint8Array(size));
export const shorts = (): NumberColumn<Uint16Array> =>
  new NumberColumn((size) => new Uint16Array(size));
export const integers = (): NumberColumn<Uint32Array> =>
  new NumberColumn((size) => new Uint32Array(size));
/** For E.164 numbers: their 15 digits fit into the 53 bits of a float. */
export const floats = (): NumberColumn<Float64Array> =>
  new NumberColumn((size) => new Float64Array(size));
