import fc from "fast-check";
import { expect, it } from "vitest";
import { TextStore } from "./text-store";

it("gives back every text as it was, across many blocks", () => {
  const store = new TextStore();
  const texts = Array.from({ length: 5_000 }, (_, n) => `${n} é李📱 `.repeat(n % 100));
  const addresses = texts.map((text) => store.add(text, 1_000));
  for (const [index, address] of addresses.entries()) {
    expect(store.get(address)).toBe(texts[index]?.slice(0, 1_000).replace(/\ud83d$/, ""));
  }
});

it("cuts a long text without leaving half a character, and drops NUL", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, max) => {
      const store = new TextStore();
      const stored = store.get(store.add(text, max));
      expect(text.replaceAll("\0", "").startsWith(stored)).toBe(true);
      expect(stored.length).toBeLessThanOrEqual(max);
      expect(stored.isWellFormed?.() ?? true).toBe(true);
    }),
  );
});
