const areaCodes = [212, 312, 415, 512, 602, 617, 702, 713, 813, 917];

/** `count` different valid US numbers in E.164. */
export function usNumbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const area = areaCodes[index % areaCodes.length];
    const rest = Math.floor(index / areaCodes.length);
    const exchange = 220 + (Math.floor(rest / 10_000) % 700);
    return `+1${area}${exchange}${String(rest % 10_000).padStart(4, "0")}`;
  });
}
