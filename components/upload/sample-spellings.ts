/** What people write, and what becomes of it; the rest of the world's spellings are read as well. */
export const SAMPLE_SPELLINGS = [
  { before: "(415) 555-0171", after: "+14155550171", where: "in a list from the United States" },
  { before: "07400 123457", after: "+447400123457", where: "in a list from the United Kingdom" },
  { before: "00 49 171 3920013", after: "+491713920013", where: "in any list" },
] as const;
