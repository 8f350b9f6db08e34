"use client";

import { type ReactNode, useEffect, useEffectEvent, useRef } from "react";

export interface StepFrameProps {
  title: string;
  description?: ReactNode;
  /** The step was come to, not loaded: its title takes the focus, so that it is read out. */
  takesFocus: boolean;
  children: ReactNode;
  /** The way back and the way on; they stay in sight. */
  actions?: ReactNode;
}

/** One step of the way. */
export function StepFrame({ title, description, takesFocus, children, actions }: StepFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // With the next frame, which lays the page out anyway: now, it would be laid out for the focus alone.
  const focusAtFirst = useEffectEvent(() =>
    takesFocus ? requestAnimationFrame(() => heading.current?.focus()) : 0,
  );
  useEffect(() => {
    const frame = focusAtFirst();
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <section className="flex flex-col gap-5">
      <div>
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-ink text-xl outline-none">
          {title}
        </h2>
        {description && <p className="mt-0.5 text-muted">{description}</p>}
      </div>
      {children}
      {actions && (
        // The plane behind it reaches to the edges, also where the page is wider than its contents.
        <div className="sticky bottom-0 z-20 flex flex-wrap items-center justify-between gap-3 pt-3 pb-[max(--spacing(3),env(safe-area-inset-bottom))] before:absolute before:inset-y-0 before:-inset-x-[100vw] before:-z-10 before:border-line before:border-t before:bg-canvas">
          {actions}
        </div>
      )}
    </section>
  );
}
