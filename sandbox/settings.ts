import { z } from "zod";
import { faultSchema } from "./faults";

/** How the sandbox behaves. What is left out has the value that it started with. */
export const settingsSchema = z.strictObject({
  /** The key that is accepted, with any SID. */
  apiKey: z.string().min(1).max(200),
  /** How long each answer takes. */
  latencyMs: z.int().min(0).max(600_000),
  /** Every key is refused, as if it had been revoked. */
  refuseKey: z.boolean(),
  /** RCS601: the account has no RCS channel. The classic number lookup works all the same. */
  rcsDisabled: z.boolean(),
  /** Only this bulk path is served; the other one answers 404 RCS404. */
  onlyPath: z.enum(["bulk", "legacy"]).nullable(),
  failEvery: faultSchema.nullable(),
  /** How long after its request the details of a number lookup are ready. */
  detailsReadyAfterMs: z.int().min(0).max(600_000),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingsInput = Partial<z.input<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  apiKey: "sandbox-key",
  latencyMs: 150,
  refuseKey: false,
  rcsDisabled: false,
  onlyPath: null,
  failEvery: null,
  detailsReadyAfterMs: 0,
};
