const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** FNV-1a with a final mix, so that neighbouring numbers get unrelated values: 32 bits. */
export function hash32(text: string): number {
  return mix(feed(FNV_OFFSET, text));
}

/** The hash of what comes before a number, by its question: the same for all numbers. */
const asked = new Map<string, number>();

/** A share from 0 to 1 that a number always draws for the same question. */
export function draw(number: string, question: string): number {
  let before = asked.get(question);
  if (before === undefined) {
    before = feed(FNV_OFFSET, `${question}:`);
    asked.set(question, before);
  }
  return mix(feed(before, number)) / 2 ** 32;
}

function feed(hash: number, text: string): number {
  let fed = hash;
  for (let index = 0; index < text.length; index += 1) {
    fed = Math.imul(fed ^ text.charCodeAt(index), FNV_PRIME);
  }
  return fed;
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
