/** Beyond this a cell is no number anyway; runs of spaces in it would cost the expressions dear. */
const MAX_CHARS = 500;
const UNUSUAL = /[^\x20-\x7e]/;
const WRAPPERS = [/^=\s*"(.*)"$/, /^=\s*'(.*)'$/, /^=(?=[+\d(])/, /^"(.*)"$/, /^'+(.*?)'*$/];
const DIGIT = /\p{Nd}/u;

/**
 * A cell as ASCII wherever it has an equivalent: digits of any script, full-width signs, odd spaces
 * and dashes; without invisible characters and without what Excel wraps around text (`'+44…`,
 * `="+44…"`). A line break inside becomes `|`, because it parts one number from the next.
 */
export function plainText(cell: string): string {
  let text = cell.trim().slice(0, MAX_CHARS);
  if (UNUSUAL.test(text)) text = toAscii(text).trim();
  for (const wrapper of WRAPPERS) {
    const first = text.charCodeAt(0);
    // Only a quote, an apostrophe or an equals sign opens a wrapper.
    if (first !== 0x22 && first !== 0x27 && first !== 0x3d) break;
    const match = wrapper.exec(text);
    if (match) text = (match[1] ?? text.slice(1)).trim();
  }
  return text;
}

function toAscii(cell: string): string {
  return cell
    .replace(/[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164]/gu, "")
    .trim()
    .replace(/\s*[\r\n\u2028\u2029]+\s*/g, "|")
    .replace(/[\p{Zs}\p{Cc}]/gu, " ")
    .replace(/[\p{Pd}\u2043\u2212\u30fc]/gu, "-")
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4\u0060]/g, "'")
    .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u00b7\u2024\u2027\u2219\u22c5\u30fb]/g, ".")
    .replace(/[\u2022\u25cf\u25aa]/g, "*")
    .replace(/[\u207a\ufe62\u2795]/g, "+")
    .replace(/[\u2044\u2215]/g, "/")
    .replace(/[\u2053\u223c]/g, "~")
    .replace(/\p{Nd}/gu, digitValue)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** Unicode keeps the decimal digits of a script in gapless runs of ten, in order from zero. */
function digitValue(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (zero > 0 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((point - zero) % 10);
}
