/** A secret under a name that a failing test may print. */
export interface Secret {
  name: string;
  value: string;
}

/** How a secret may be written: as it is, in a URL, in hex, in base64 wherever it begins. */
function spellings({ name, value }: Secret): { name: string; text: string }[] {
  const bytes = Buffer.from(value);
  const hex = bytes.toString("hex");
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    // What depends on the neighbours is left out at both ends.
    return text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 8) / 6));
  });
  return [
    { name, text: value },
    { name: `${name} in a URL`, text: encodeURIComponent(value) },
    { name: `${name} as JSON`, text: JSON.stringify(value).slice(1, -1) },
    { name: `${name} in hex`, text: hex },
    { name: `${name} in HEX`, text: hex.toUpperCase() },
    ...base64.flatMap((text) => [
      { name: `${name} in base64`, text },
      { name: `${name} in base64url`, text: text.replaceAll("+", "-").replaceAll("/", "_") },
    ]),
  ];
}

/**
 * Which secrets stand in a text, in any spelling. A key that is base64 already is looked for as
 * its bytes too.
 */
export function secretsIn(text: string, secrets: readonly Secret[]): string[] {
  const found = secrets.flatMap(spellings).filter((one) => text.includes(one.text));
  return [...new Set(found.map((one) => one.name))];
}

/** The phone numbers that stand in a text, by their national digits, in hex or base64 too. */
export function numbersIn(text: string, numbers: readonly string[]): string[] {
  return numbers.filter((number) => {
    const digits = number.slice(-10);
    return spellings({ name: number, value: digits }).some((one) => text.includes(one.text));
  });
}
