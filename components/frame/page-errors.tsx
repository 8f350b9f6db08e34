"use client";

import { catchError, type ErrorInfo } from "next/error";
import { useEffect } from "react";
import { digestOf } from "@/components/ui/error-message";
import { ErrorState } from "@/components/ui/error-state";

function PageError({ error, retry }: Pick<ErrorInfo, "error" | "retry">) {
  useEffect(() => console.error(error), [error]);
  return (
    <ErrorState
      titleAs="h1"
      title="This page could not be shown"
      detail="The server could not load this page. Try again in a moment. Runs in progress continue by themselves."
      reference={digestOf(error)}
      onRetry={retry}
    />
  );
}

/**
 * Says so in the place of a page that could not be shown. Not an `error.tsx`: the router fetches the
 * script of one by itself, after all others, and nothing answers before it has come.
 */
export const PageErrors = catchError((_: object, { error, retry }: ErrorInfo) => (
  <PageError error={error} retry={retry} />
));
