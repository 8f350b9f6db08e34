const LABEL =
  "(?:;\\s*ext=|e?xt(?:ensi(?:o|\\u00f3)n)?n?|x|#|\\u0434\\u043e\\u0431|anexo|ramal|poste|interno|int)";
const LABELLED = new RegExp(`[\\s,;-]*${LABEL}[.:]?[\\s-]*\\d{1,7}#?$`, "i");
/** Pause signs of dialling pads: `,,12`, `;12`. Longer tails could be a second number. */
const PAUSED = /\s*[,;]+\s*\d{1,5}#?$/;
const ONLY = new RegExp(`^[([]?${LABEL}[.:]?[\\s-]*\\d{1,7}[)\\]]?$`, "i");

/** Whether a text is an extension and nothing else, such as `ext. 12`. */
export function isExtensionOnly(text: string): boolean {
  return ONLY.test(text);
}

/**
 * A text without its extension. The number in front is complete and readable, so a cell with an
 * extension is kept, without it, and the page shows before and after; a message can only reach the
 * main line.
 */
export function withoutExtension(text: string): string {
  const at = text.search(LABELLED);
  if (at > 0) return text.slice(0, at).trim();
  const pause = text.search(PAUSED);
  if (pause > 0 && countDigits(text.slice(0, pause)) >= 7) return text.slice(0, pause).trim();
  return text;
}

function countDigits(text: string): number {
  return text.replace(/\D/g, "").length;
}
