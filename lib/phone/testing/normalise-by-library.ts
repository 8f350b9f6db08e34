import type { CountryCode } from "../country";
import { readDialString } from "../dial-string";
import { judgeByLibrary } from "../judge-by-library";
import type { Normalised } from "../normalise";
import { plainText } from "../plain-text";
import { readNumber } from "../read-number";
import { refusalReason } from "../refusal-reason";

/** What `normalise` must give: no short cut is taken, and libphonenumber-js judges every number. */
export function normaliseByLibrary(cell: string, country?: CountryCode): Normalised {
  const dialled = readDialString(plainText(cell));
  if (!dialled.ok) return dialled;
  const number = readNumber(dialled, country, judgeByLibrary);
  if (!number) return { ok: false, reason: refusalReason(dialled, country, judgeByLibrary) };
  return { ok: true, e164: number.e164, country: number.country, type: number.type };
}
