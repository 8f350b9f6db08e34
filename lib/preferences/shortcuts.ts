export const SHORTCUTS_COOKIE = "shortcuts";

/** Single-key shortcuts are on unless they were turned off (WCAG 2.2, criterion 2.1.4). */
export function parseShortcuts(cookie: string | undefined): boolean {
  return cookie !== "off";
}
