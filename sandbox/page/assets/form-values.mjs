// @ts-check

/**
 * A setting's part in the form, such as `rateLimit.perSecond`, and how it is entered.
 *
 * @typedef {{ name: string, kind: string, value: string, checked: boolean }} Entry
 * @typedef {string | number | boolean | null} Value
 * @typedef {{ [part: string]: Value }} Parts
 * @typedef {{ [setting: string]: Value | Parts }} Settings
 */

/** Settings of several parts are off when this part is empty or 0. */
/** @type {Record<string, string>} */
const DECISIVE = { rateLimit: "perSecond", failEvery: "n", failNumbers: "share" };

/** What the parts of such a setting show while it is off. */
/** @type {Record<string, unknown>} */
const WHILE_OFF = {
  "rateLimit.retryAfterAs": "seconds",
  "failEvery.how": "html_502",
  "failEvery.share": 1,
  "failEvery.retryAfterAs": "seconds",
  "failNumbers.share": 0,
  "failNumbers.how": "html_502",
  "failNumbers.retryAfterAs": "seconds",
};

/**
 * The settings that a filled-in form stands for.
 *
 * @param {Entry[]} entries
 * @returns {Settings}
 */
export function toSettings(entries) {
  /** @type {Settings} */
  const settings = {};
  for (const entry of entries) {
    const [setting = "", part] = entry.name.split(".");
    if (part === undefined) settings[setting] = toValue(entry);
    else settings[setting] = { ...partsOf(settings[setting]), [part]: toValue(entry) };
  }
  for (const [setting, part] of Object.entries(DECISIVE)) {
    if (!partsOf(settings[setting])[part]) settings[setting] = null;
  }
  return settings;
}

/**
 * What a field shows for settings: a text, or "true" and "false" for a switch.
 *
 * @param {Settings} settings
 * @param {{ name: string, kind: string }} field
 */
export function toText(settings, { name, kind }) {
  const [setting = "", part] = name.split(".");
  const whole = settings[setting];
  const isOff = part !== undefined && whole === null;
  const value = isOff ? WHILE_OFF[name] : part === undefined ? whole : partsOf(whole)[part];
  if (value === null || value === undefined) return "";
  return kind === "share" ? String(rounded(Number(value) * 100, 6)) : String(value);
}

/**
 * The parts of a setting that has some.
 *
 * @param {Value | Parts | undefined} setting
 */
function partsOf(setting) {
  return typeof setting === "object" && setting !== null ? setting : {};
}

/** @param {Entry} entry */
function toValue({ kind, value, checked }) {
  switch (kind) {
    case "switch":
      return checked;
    case "share":
      return rounded(Number(value) / 100, 8);
    case "number":
      return Number(value);
    case "optional":
      return value.trim() === "" ? null : Number(value);
    case "choice":
      return value === "" ? null : value;
    default:
      return value;
  }
}

/**
 * @param {number} value
 * @param {number} digits
 */
function rounded(value, digits) {
  return Number(value.toFixed(digits));
}
