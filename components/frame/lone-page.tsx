import type { ReactNode } from "react";
import { Logo } from "./logo";

/** A page outside of the frame: sign-in, first run, nothing found. */
export function LonePage({
  title,
  description,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-5 py-12">
      <Logo className="mb-8" />
      <h1 className="font-semibold text-2xl text-ink">{title}</h1>
      {description && <p className="mt-2 text-muted">{description}</p>}
      <div className="mt-4">{children}</div>
    </main>
  );
}
