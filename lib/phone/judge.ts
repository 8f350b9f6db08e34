import type { CountryCode } from "./country";
import { judgeByLibrary } from "./judge-by-library";
import { judgeQuickly, UNUSUAL } from "./judge-quickly";
import type { JudgedNumber } from "./judged-number";

/**
 * Judges digits, with or without a leading plus, by libphonenumber's full metadata. Without a plus
 * they are read as dialled within `country`.
 */
export function judge(number: string, country?: CountryCode): JudgedNumber | undefined {
  const judged = judgeQuickly(number, country);
  return judged === UNUSUAL ? judgeByLibrary(number, country) : judged;
}
