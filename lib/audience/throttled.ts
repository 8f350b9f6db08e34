const EVERY_MS = 100;

/** Passes on at most ten values a second and drops the others; for progress, whose end is told apart. */
export function throttled<T>(
  pass: (value: T) => void,
  now: () => number = Date.now,
): (value: T) => void {
  let next = 0;
  return (value) => {
    const time = now();
    if (time < next) return;
    next = time + EVERY_MS;
    pass(value);
  };
}
