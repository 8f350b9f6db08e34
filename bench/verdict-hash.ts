/** FNV-1a of a row's verdict: "blank", "invalid", its E.164 number, or "duplicate" and that. */
export function verdictHash(verdict: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < verdict.length; at += 1) {
    hash = Math.imul(hash ^ verdict.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
