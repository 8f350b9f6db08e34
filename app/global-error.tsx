"use client";

import "./globals.css";
import { useEffect } from "react";
import { LonePage } from "@/components/frame/lone-page";
import { Button } from "@/components/ui/button";
import { digestOf } from "@/components/ui/error-message";

/** Shown when even the frame fails, so it brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const reference = digestOf(error);
  useEffect(() => console.error(error), [error]);
  return (
    <html lang="en">
      <body>
        <title>Page could not be shown · RCS Reach</title>
        <LonePage title="RCS Reach could not show this page">
          <p className="text-muted">
            The server could not load this page. Try again in a moment; if it keeps happening, tell
            the person who runs this server.
          </p>
          {reference && <p className="mt-1 text-muted text-sm">Reference: {reference}</p>}
          <div className="mt-6">
            <Button variant="primary" onPress={retry}>
              Try again
            </Button>
          </div>
        </LonePage>
      </body>
    </html>
  );
}
