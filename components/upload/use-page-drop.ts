"use client";

import { useEffect, useEffectEvent, useState } from "react";

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

/**
 * Takes a file that is dropped anywhere on the page.
 *
 * @returns whether a file is being dragged over the page
 */
export function usePageDrop(onFile: (file: File) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const take = useEffectEvent(onFile);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const end = () => setDragging(false);
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    };
    const stop = new AbortController();
    // Captured: the drop zone inside of the page keeps the events of its own area to itself.
    const early = { signal: stop.signal, capture: true };
    window.addEventListener("dragover", over, early);
    window.addEventListener("dragleave", leave, early);
    window.addEventListener("drop", end, early);
    window.addEventListener("drop", drop, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return isDragging;
}
