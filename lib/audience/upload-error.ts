/** A chunk that did not arrive. `message` is for the user. */
export class UploadError extends Error {
  /** `refused`: the server said no and would again; `failed`: it may go through another time. */
  readonly kind: "refused" | "failed";

  constructor(kind: "refused" | "failed", message: string) {
    super(message);
    this.name = "UploadError";
    this.kind = kind;
  }
}
