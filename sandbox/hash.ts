/** FNV-1a with a final mix, so that neighbouring numbers get unrelated values: 32 bits. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A share from 0 to 1 that a number always draws for the same question. */
export function draw(number: string, question: string): number {
  return hash32(`${question}:${number}`) / 2 ** 32;
}
