import { pick, type Random } from "./random";

/**
 * Random digits that match a pattern of libphonenumber's metadata, which knows digits, \d, classes,
 * groups, alternatives, and the quantifiers ? and {n,m}.
 */
export function digitsOfPattern(pattern: string, random: Random): string {
  let at = 0;

  function alternatives(): string {
    const found = [sequence()];
    while (pattern[at] === "|") {
      at += 1;
      found.push(sequence());
    }
    return pick(random, found);
  }

  function sequence(): string {
    let digits = "";
    while (at < pattern.length && pattern[at] !== "|" && pattern[at] !== ")") digits += repeated();
    return digits;
  }

  /** An atom is read again for each time that it stands, so that each may become another digit. */
  function repeated(): string {
    const start = at;
    let digits = atom();
    const quantifier = /^(?:\?|\{(\d+)(?:,(\d+))?\})/.exec(pattern.slice(at));
    if (!quantifier) return digits;
    const end = at + quantifier[0].length;
    const least = Number(quantifier[1] ?? 0);
    const most = quantifier[1] ? Number(quantifier[2] ?? least) : 1;
    const times = least + random(most - least + 1);
    digits = "";
    for (let time = 0; time < times; time += 1) {
      at = start;
      digits += atom();
    }
    at = end;
    return digits;
  }

  function atom(): string {
    const rest = pattern.slice(at);
    if (rest.startsWith("(")) {
      at += rest.startsWith("(?:") ? 3 : 1;
      const digits = alternatives();
      at += 1;
      return digits;
    }
    const unit = /^(?:\\d|\[([\d-]+)\]|\d)/.exec(rest);
    if (!unit) throw new Error(`Can't read ${rest}`);
    at += unit[0].length;
    if (unit[0] === "\\d") return String(random(10));
    return unit[1] ? pick(random, digitsOfClass(unit[1])) : unit[0];
  }

  return alternatives();
}

function digitsOfClass(inner: string): string[] {
  return [..."0123456789"].filter((digit) => new RegExp(`[${inner}]`).test(digit));
}
