"use client";

import { Button } from "./button";
import { errorMessage, errorReference } from "./error-message";
import { DangerIcon, RetryIcon } from "./icons";

export interface ErrorStateProps {
  /** What could not be done: "The runs could not be loaded." */
  title: string;
  /** `h1` where it is the whole page. */
  titleAs?: "p" | "h1" | "h2";
  error?: unknown;
  /** What happened and what to do, where the error itself cannot say it. */
  detail?: string;
  /** Under which the server's log tells more; an error of the interface brings its own. */
  reference?: string;
  onRetry?: () => void;
  isRetrying?: boolean;
}

/** In the place of what could not be loaded: what happened, what to do, and a retry. */
export function ErrorState({
  title,
  titleAs: Title = "p",
  error,
  detail,
  reference = errorReference(error),
  onRetry,
  isRetrying,
}: ErrorStateProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-1 px-6 py-12 text-center">
      <span className="mb-3 grid size-11 place-items-center rounded-full bg-failed-soft text-failed-ink">
        <DangerIcon />
      </span>
      <Title className="font-semibold text-ink text-lg">{title}</Title>
      <p className="max-w-md text-muted">{detail ?? errorMessage(error)}</p>
      {reference && <p className="mt-1 text-muted text-sm">Reference: {reference}</p>}
      {onRetry && (
        <Button onPress={onRetry} isPending={isRetrying} className="mt-4">
          <RetryIcon />
          Try again
        </Button>
      )}
    </div>
  );
}
