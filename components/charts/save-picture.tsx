"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ImageIcon } from "@/components/ui/icons";
import type { ChartContent } from "./chart-picture";

/** Saves a chart as a PNG. */
export function SavePicture({ content }: { content: ChartContent }) {
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function save() {
    setState("busy");
    try {
      const { chartPicture } = await import("./chart-picture");
      download(await chartPicture(content), `${content.source} ${content.title}.png`);
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
        aria-label={`Save ${content.title} as a picture (PNG)`}
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
