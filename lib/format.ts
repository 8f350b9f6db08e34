/**
 * Figures and moments as text. All of it is fixed to one locale and takes its time zone as a
 * parameter, and nothing depends on the age of the machine's locale data: the server and the
 * browser must write the same characters, or React throws the server's work away.
 */
const LOCALE = "en-US";

const whole = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });

/** `4764` → `4,764`. */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** `plural(1, "row")` → `1 row`; `plural(2400, "reply", "replies")` → `2,400 replies`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/**
 * A share with one decimal. It never rounds to all or nothing when it is neither:
 * 4,763 of 4,764 is `99.9%`, 1 of 100,000 is `0.1%`. Of nothing: `–`.
 */
export function formatPercent(part: number, total: number): string {
  if (total <= 0) return "–";
  const tenths = tenthsOfPercent(part, total);
  if (tenths === 0 || tenths === 1000) return `${tenths / 10}%`;
  return `${(tenths / 10).toFixed(1)}%`;
}

/** The figure that `formatPercent` shows of a share, in tenths of a percent. */
export function tenthsOfPercent(part: number, total: number): number {
  if (part <= 0) return 0;
  return part >= total ? 1000 : Math.min(999, Math.max(1, Math.round((part / total) * 1000)));
}

/** An amount with the decimals of its currency; one below 1 keeps up to six: `$4.08`, `¥310`, `$0.0035`. */
export function formatMoney(amount: number, currency: string): string {
  return money(amount, currency, amount !== 0 && Math.abs(amount) < 1);
}

/** The price of one, which may have more decimals than its currency: `$2.00`, `₹1.125`. */
export function formatPrice(price: number, currency: string): string {
  return money(price, currency, true);
}

function money(amount: number, currency: string, isExact: boolean): string {
  const text = new Intl.NumberFormat(LOCALE, {
    style: "currency",
    currency,
    ...(isExact && { maximumFractionDigits: 6 }),
  }).format(amount);
  return text.replaceAll(/[\u00a0\u202f]/g, " ");
}

/** Seconds as `45 s`, `3 min 20 s`, `1 h 5 min`, `2 d 3 h`. */
export function formatDuration(seconds: number): string {
  const total = Math.max(0, Math.round(seconds));
  const units = [
    [86_400, "d"],
    [3_600, "h"],
    [60, "min"],
    [1, "s"],
  ] as const;
  const first = units.findIndex(([size]) => total >= size);
  if (first === -1) return "0 s";
  const pair = units.slice(first, first + 2).map(([size, name], index) => {
    const rest = index === 0 ? total : total % (units[first]?.[0] ?? 1);
    return [Math.floor(rest / size), name] as const;
  });
  return pair
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(" ");
}

/** A span between two moments, in seconds; not below zero. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Made once per time zone: a list writes a hundred moments, and making one costs more than writing. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const made = clocks.get(timeZone);
  if (made) return made;
  const clock = new Intl.DateTimeFormat(LOCALE, {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(timeZone, clock);
  return clock;
}

function partsOf(iso: string, timeZone: string): Record<string, string> {
  const parts = clockOf(timeZone).formatToParts(new Date(iso));
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]));
}

/** `21 Nov 2026` */
export function formatDate(iso: string, timeZone: string): string {
  const { day, month, year } = partsOf(iso, timeZone);
  return `${day} ${month} ${year}`;
}

/** `21 Nov 2026, 09:07` */
export function formatDateTime(iso: string, timeZone: string): string {
  const { day, month, year, hour, minute } = partsOf(iso, timeZone);
  return `${day} ${month} ${year}, ${hour}:${minute}`;
}

/** `09:07:45` */
export function formatTime(iso: string, timeZone: string): string {
  const { hour, minute, second } = partsOf(iso, timeZone);
  return `${hour}:${minute}:${second}`;
}

/**
 * For words that follow others: "RCS is not enabled" and "Kaleyra refused" keep their capitals,
 * "The key is refused" does not.
 */
export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) && !text.startsWith("Kaleyra")
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
