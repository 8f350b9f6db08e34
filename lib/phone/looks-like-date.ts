const MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
const TIME =
  "\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?\\s*(?:z|[+-]\\d{2}:?\\d{2})?";
const AFTER = `(?:(?:[t,]|\\s)\\s*${TIME})?$`;
const YEAR_FIRST = new RegExp(`^((?:19|20)\\d\\d)([-/.])(\\d{1,2})\\2(\\d{1,2})${AFTER}`, "i");
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2((?:19|20)?\\d\\d)${AFTER}`, "i");
const WITH_MONTH_NAME = new RegExp(
  `^(?:\\d{1,2}[-\\s./]*${MONTH}[-\\s,./]*\\d{2,4}|${MONTH}[-\\s]*\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4})${AFTER}`,
  "i",
);
const TIME_ONLY = new RegExp(`^${TIME}$`, "i");

/**
 * Whether a text (see `plainText`) is a date or a time in a common spelling. Day and month must be
 * possible, so that a number written `22-33-4455` is still read as a number.
 */
export function looksLikeDate(text: string): boolean {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst) return isDayAndMonth(yearFirst[4], yearFirst[3]);
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast)
    return isDayAndMonth(yearLast[1], yearLast[3]) || isDayAndMonth(yearLast[3], yearLast[1]);
  return WITH_MONTH_NAME.test(text) || TIME_ONLY.test(text);
}

function isDayAndMonth(day: string | undefined, month: string | undefined): boolean {
  const d = Number(day);
  const m = Number(month);
  return d >= 1 && d <= 31 && m >= 1 && m <= 12;
}
