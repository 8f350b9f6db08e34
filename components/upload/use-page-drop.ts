"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { readTransfer, type Transfer } from "./read-transfer";

const isField = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

/**
 * Takes a list that is dropped or pasted anywhere on the page: a file, copied cells, lines of text.
 * A field keeps the text that is meant for it.
 *
 * @returns whether something that could be a list is being dragged over the page
 */
export function usePageDrop(onTransfer: (transfer: Transfer) => void): boolean {
  const [isDragging, setDragging] = useState(false);
  const take = useEffectEvent(onTransfer);
  useEffect(() => {
    // What is dragged from the page itself, such as a marked word, is no list.
    let isOwn = false;
    const means = (event: DragEvent) => {
      const types = event.dataTransfer?.types ?? [];
      if (types.includes("Files")) return true;
      const isText = types.includes("text/plain") || types.includes("text/uri-list");
      return isText && !isOwn && !isField(event.target);
    };
    const over = (event: DragEvent) => {
      if (!means(event)) return;
      // Without this the browser would open the file in place of the page.
      event.preventDefault();
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!means(event) || !event.dataTransfer) return;
      event.preventDefault();
      const transfer = readTransfer(event.dataTransfer);
      if (transfer) take(transfer);
    };
    const paste = (event: ClipboardEvent) => {
      if (!event.clipboardData || isField(event.target)) return;
      const transfer = readTransfer(event.clipboardData);
      if (!transfer) return;
      event.preventDefault();
      take(transfer);
    };
    const stop = new AbortController();
    const { signal } = stop;
    const own = (is: boolean) => () => {
      isOwn = is;
    };
    window.addEventListener("dragstart", own(true), { signal });
    window.addEventListener("dragend", own(false), { signal });
    window.addEventListener("dragover", over, { signal });
    window.addEventListener("dragleave", leave, { signal });
    window.addEventListener("drop", drop, { signal });
    window.addEventListener("paste", paste, { signal });
    return () => stop.abort();
  }, []);
  return isDragging;
}
