import type {
  AudienceProblem,
  CleanOptions,
  CleanProgress,
  Inspection,
  Preview,
  Review,
  UploadProgress,
} from "./protocol";

type FileFacts = { name: string; size: number };
type Inspected = {
  file: FileFacts;
  inspection: Inspection;
  options: CleanOptions;
  /** The verdicts of the head under `options`; null while the first ones are on their way. */
  preview: Preview | null;
};
type Cleaned = Inspected & { review: Review };

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
  | ({ step: "uploading"; runId: string; progress: UploadProgress } & Cleaned)
  | ({ step: "uploaded"; runId: string } & Cleaned)
);
