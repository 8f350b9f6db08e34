"use client";

import { useEffect } from "react";
import { digestOf } from "@/components/ui/error-message";
import { ErrorState } from "@/components/ui/error-state";

export default function AppError({ error, retry }: { error: unknown; retry: () => void }) {
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
