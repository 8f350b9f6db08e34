"use client";

import { type RefObject, useState } from "react";
import { Button } from "@/components/ui/button";
import { ImageIcon } from "@/components/ui/icons";

export interface SavePictureProps {
  /** What is drawn; parts with `data-not-in-picture` are left out. */
  of: RefObject<HTMLElement | null>;
  title: string;
  /** Without its ending. */
  fileName: string;
}

/** Sharp on paper and on dense screens. */
const SCALE = 2;

/** Saves a part of the page as a PNG. */
export function SavePicture({ of, title, fileName }: SavePictureProps) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function save() {
    if (!of.current) return;
    setState("busy");
    try {
      const { domToBlob } = await import("modern-screenshot");
      const picture = await domToBlob(of.current, {
        scale: SCALE,
        filter: (node) => !(node instanceof Element && node.hasAttribute("data-not-in-picture")),
      });
      download(picture, `${fileName}.png`);
      setState("idle");
    } catch {
      setState("failed");
    }
  }
  return (
    <>
      <Button
        variant="quiet"
        size="sm"
        isIcon
        isPending={state === "busy"}
        onPress={save}
        aria-label={`Save ${title} as a picture (PNG)`}
      >
        <ImageIcon />
      </Button>
      {state === "failed" && (
        <span role="alert" className="text-failed-ink text-sm">
          This browser could not draw the picture.
        </span>
      )}
    </>
  );
}

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the blob by the time the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url));
}
