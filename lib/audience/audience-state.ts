import type {
  AudienceProblem,
  CleanOptions,
  CleanProgress,
  Inspection,
  Preview,
  Review,
  UploadProgress,
} from "./protocol";

export type FileFacts = { name: string; size: number };
export type Inspected = {
  file: FileFacts;
  inspection: Inspection;
  options: CleanOptions;
  /** The verdicts of the head under `options`; null while the first ones are on their way. */
  preview: Preview | null;
};
export type Cleaned = Inspected & { review: Review };

/**
 * Where an audience stands. A failure goes back to the step before, with `problem` set, so nothing
 * that was done is lost: a failed clean is `inspected` again, a failed upload is `cleaned` again.
 */
export type AudienceState = { problem: AudienceProblem | null } & (
  | { step: "idle" }
  | { step: "inspecting"; file: FileFacts }
  | ({ step: "inspected" } & Inspected)
  | ({ step: "cleaning"; progress: CleanProgress } & Inspected)
  | ({ step: "cleaned" } & Cleaned)
  /** Counted again; `review` is the old one, `settled` the choices that it belongs to. */
  | ({ step: "recounting"; settled: CleanOptions; progress: CleanProgress } & Cleaned)
  /** Held for an upload and sent, also while the run for it is still being made. */
  | ({ step: "uploading"; progress: UploadProgress } & Cleaned)
  | ({ step: "uploaded" } & Cleaned)
);

export type AudienceEvent =
  | { type: "picked"; file: FileFacts }
  | { type: "inspected"; inspection: Inspection; options: CleanOptions }
  | { type: "configured"; changes: Partial<CleanOptions> }
  | { type: "previewed"; inspection: Inspection; preview: Preview }
  | { type: "cleanStarted" }
  | { type: "recountStarted"; changes: Partial<CleanOptions> }
  | { type: "cleanProgress"; progress: CleanProgress }
  | { type: "cleaned"; review: Review }
  | { type: "held" }
  | { type: "uploadProgress"; progress: UploadProgress }
  | { type: "uploaded" }
  | { type: "cancelled" }
  | { type: "failed"; problem: AudienceProblem }
  | { type: "reset" };

export const IDLE: AudienceState = { step: "idle", problem: null };

/** The next state. An event that does not fit the step, such as a late answer, changes nothing. */
export function audienceReducer(state: AudienceState, event: AudienceEvent): AudienceState {
  switch (event.type) {
    case "reset":
      return IDLE;
    case "picked":
      return { step: "inspecting", problem: null, file: event.file };
    case "failed":
      return { ...stepBack(state), problem: event.problem };
    case "cancelled":
      return stepBack(state);
  }
  switch (state.step) {
    case "idle":
      return state;
    case "inspecting":
      return event.type === "inspected" ? inspected(state.file, event) : state;
    default:
      return advance(state, event);
  }
}

type Later = Extract<AudienceState, Inspected>;

function advance(state: Later, event: AudienceEvent): AudienceState {
  switch (event.type) {
    case "configured":
      if (state.step === "uploading") return state;
      return {
        ...inspectedPart(state),
        step: "inspected",
        problem: null,
        options: { ...state.options, ...event.changes },
      };
    case "inspected":
      // Another sheet of the same file.
      return inspected(state.file, event);
    case "previewed":
      return { ...state, inspection: event.inspection, preview: event.preview };
    case "cleanStarted":
      return {
        ...inspectedPart(state),
        step: "cleaning",
        problem: null,
        progress: noProgress(state),
      };
    case "recountStarted":
      return "review" in state && state.step !== "uploading"
        ? {
            ...cleanedPart(state),
            step: "recounting",
            problem: null,
            settled: state.step === "recounting" ? state.settled : state.options,
            options: { ...state.options, ...event.changes },
            progress: noProgress(state),
          }
        : state;
    case "cleanProgress":
      return isReading(state) ? { ...state, progress: event.progress } : state;
    case "cleaned":
      return isReading(state)
        ? { ...inspectedPart(state), step: "cleaned", problem: null, review: event.review }
        : state;
    case "held":
      return "review" in state
        ? {
            ...cleanedPart(state),
            step: "uploading",
            problem: null,
            progress: { sent: 0, total: rowsToSend(state.review) },
          }
        : state;
    case "uploadProgress":
      return state.step === "uploading" ? { ...state, progress: event.progress } : state;
    case "uploaded":
      return state.step === "uploading"
        ? { ...cleanedPart(state), step: "uploaded", problem: null }
        : state;
    default:
      return state;
  }
}

function stepBack(state: AudienceState): AudienceState {
  switch (state.step) {
    case "inspecting":
      return IDLE;
    case "cleaning":
      return { ...inspectedPart(state), step: "inspected", problem: null };
    case "recounting":
      return { ...cleanedPart(state), step: "cleaned", problem: null, options: state.settled };
    case "uploading":
      return { ...cleanedPart(state), step: "cleaned", problem: null };
    default:
      return state;
  }
}

function isReading(
  state: AudienceState,
): state is Extract<AudienceState, { step: "cleaning" | "recounting" }> {
  return state.step === "cleaning" || state.step === "recounting";
}

function noProgress({ file, inspection }: Inspected): CleanProgress {
  return { bytesRead: 0, bytesTotal: inspection.sheet === null ? file.size : 0, rows: 0 };
}

function inspected(
  file: FileFacts,
  { inspection, options }: Pick<Inspected, "inspection" | "options">,
): AudienceState {
  return { step: "inspected", problem: null, file, inspection, options, preview: null };
}

function inspectedPart({ file, inspection, options, preview }: Inspected): Inspected {
  return { file, inspection, options, preview };
}

function cleanedPart(state: Cleaned): Cleaned {
  return { ...inspectedPart(state), review: state.review };
}

function rowsToSend({ counts }: Review): number {
  return counts.unique + counts.duplicates + counts.invalid;
}
