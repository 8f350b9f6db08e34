import type { SettingsInput } from "../settings";

/** A situation that is set with one press. What it does not name is as at the start. */
export interface Preset {
  title: string;
  text: string;
  settings: SettingsInput;
}

export const PRESETS: readonly Preset[] = [
  { title: "All is well", text: "The settings of the start.", settings: {} },
  {
    title: "Rate limit",
    text: "Five calls a second, then 429 with a Retry-After of 2 seconds.",
    settings: { rateLimit: { perSecond: 5, retryAfter: 2 } },
  },
  {
    title: "Bad network",
    text: "Every fourth call breaks off after it was billed; answers take 600 ms.",
    settings: { latencyMs: 600, failEvery: { n: 4, how: "reset_after_billing" } },
  },
  {
    title: "Messy answers",
    text: "Devices missing, doubled, foreign, contradicting, unreadable; counts that disagree.",
    settings: {
      rejectShare: 0.02,
      missingShare: 0.03,
      doubledShare: 0.02,
      contradictedShare: 0.01,
      foreignShare: 0.02,
      withoutPlusShare: 0.2,
      chatAddressShare: 0.1,
      withoutCarrierShare: 0.1,
      oddStatusShare: 0.1,
      flagAsTextShare: 0.2,
      flagUnreadableShare: 0.01,
      wrongCounts: true,
    },
  },
  {
    title: "Old pod",
    text: "Only the older bulk path is served: 404 RCS404 on the other.",
    settings: { onlyPath: "legacy" },
  },
  { title: "Key refused", text: "Every call gets 401.", settings: { refuseKey: true } },
  {
    title: "No RCS channel",
    text: "The account has none: 401 RCS601.",
    settings: { rcsDisabled: true },
  },
  { title: "Outage", text: "Every connection is reset at once.", settings: { down: true } },
];
