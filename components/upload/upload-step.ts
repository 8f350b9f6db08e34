import { createLoader, createSerializer, parseAsStringLiteral } from "nuqs/server";
import type { AddressState } from "@/components/ui/use-address-state";
import type { AudienceState } from "@/lib/audience/audience-state";

export const UPLOAD_STEPS = ["file", "columns", "review"] as const;
export type UploadStep = (typeof UPLOAD_STEPS)[number];

const params = { step: parseAsStringLiteral(UPLOAD_STEPS).withDefault("file") };
const load = createLoader(params);

/** Which step the address of an upload asks for. */
export const uploadAddress: AddressState<{ step: UploadStep }, { step: UploadStep }> = {
  load: (query) => load(query),
  serialize: createSerializer(params),
};

/** How far an audience lets one go. */
export function furthestStep(state: AudienceState): UploadStep {
  if (state.step === "idle" || state.step === "inspecting") return "file";
  return "review" in state ? "review" : "columns";
}

/**
 * The step to show for the one that the address asks for: the file may be gone after a reload, and
 * while a start is under way its review stays in sight.
 */
export function shownStep(
  wanted: UploadStep,
  state: AudienceState,
  isStarting: boolean,
): UploadStep {
  if (isStarting && "review" in state) return "review";
  const furthest = furthestStep(state);
  return UPLOAD_STEPS.indexOf(wanted) > UPLOAD_STEPS.indexOf(furthest) ? furthest : wanted;
}

/**
 * The step that opens by itself when the audience moves on; null when the user leads. A cleaning that
 * lasts for a moment may never have been drawn.
 */
export function nextStep(
  before: AudienceState["step"],
  now: AudienceState["step"],
): UploadStep | null {
  if (before === "inspecting" && now === "inspected") return "columns";
  if ((before === "inspected" || before === "cleaning") && now === "cleaned") return "review";
  return null;
}
