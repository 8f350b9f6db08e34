"use client";

import { type ReactNode, startTransition, useEffect, useState } from "react";

interface LaterProps {
  children: ReactNode;
  /** Stands there until then, so that nothing that is below jumps. */
  until?: ReactNode;
}

/**
 * Draws what can wait a moment after the rest, by itself: a page that has much to draw answers in
 * between. What stands in another is drawn after that one.
 */
export function Later({ children, until = null }: LaterProps) {
  const [isTime, setIsTime] = useState(false);
  useEffect(() => startTransition(() => setIsTime(true)), []);
  return isTime ? children : until;
}
