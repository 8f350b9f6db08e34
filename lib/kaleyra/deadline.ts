/** A signal that ends a call, and who gave it. */
export interface Deadline {
  signal: AbortSignal;
  /** Who ended the call, if anyone did. */
  endedBy: () => "deadline" | "caller" | null;
  /** To be called when the call is over, or its timer and listener stay. */
  release: () => void;
}

/** Starts the time of a call. Its end covers the body too, and the caller may end it earlier. */
export function startDeadline(milliseconds: number, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  let ended: "deadline" | "caller" | null = null;
  const end = (by: "deadline" | "caller") => {
    ended ??= by;
    controller.abort();
  };
  const onCallerAbort = () => end("caller");
  const timer = setTimeout(() => end("deadline"), milliseconds);
  caller?.addEventListener("abort", onCallerAbort, { once: true });
  if (caller?.aborted) onCallerAbort();
  return {
    signal: controller.signal,
    endedBy: () => ended,
    release: () => {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onCallerAbort);
    },
  };
}
