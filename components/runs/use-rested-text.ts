"use client";

import { useEffect, useEffectEvent, useState } from "react";

/** So that not every key stroke is a request, and typing leaves no trail in the history. */
const REST_MS = 250;

/**
 * What is being typed, handed on once it rests; an emptied field is handed on at once.
 *
 * @returns the text that has not been handed on, null when there is none, and how to set it
 */
export function useRestedText(onRest: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const handOn = useEffectEvent((text: string) => {
    onRest(text);
    setTyped(null);
  });
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => handOn(typed), typed === "" ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped] as const;
}
