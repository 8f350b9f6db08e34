/** A carrier status as Kaleyra writes it, `ACTIVE`, as a word: "Active". */
export function carrierStatusWords(status: string): string {
  return /^[A-Z]+$/.test(status) ? status.charAt(0) + status.slice(1).toLowerCase() : status;
}
