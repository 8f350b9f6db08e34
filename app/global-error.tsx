"use client";

import "./globals.css";
import { useEffect } from "react";
import { LonePage } from "@/components/frame/lone-page";
import { Button } from "@/components/ui/button";

/** Shown when even the frame fails, so it brings its own document. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
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
