import { expect, it } from "vitest";
import { normalise } from "@/lib/phone/normalise";
import { SAMPLE_SPELLINGS } from "./sample-spellings";

it.each(SAMPLE_SPELLINGS)(
  "$before becomes $after, as the page promises",
  ({ before, after, where }) => {
    const defaultCountry = where.includes("States")
      ? "US"
      : where.includes("Kingdom")
        ? "GB"
        : undefined;
    expect(normalise(before, { defaultCountry })).toMatchObject({ ok: true, e164: after });
  },
);
