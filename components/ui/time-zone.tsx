"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { saveTimeZone } from "@/lib/preferences/save-preference";

const TimeZoneContext = createContext("UTC");

/**
 * The visitor's time zone. The server learns it from a cookie, so that it writes the very moments
 * that the browser would; on the first visit, which is a sign-in page without moments, the cookie is set.
 */
export function TimeZoneProvider({ initial, children }: { initial: string; children: ReactNode }) {
  const [zone, setZone] = useState(initial);
  useEffect(() => {
    const actual = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!actual || actual === initial) return;
    setZone(actual);
    // Failing costs no more than moments in UTC at the next visit.
    saveTimeZone(actual).catch(() => undefined);
  }, [initial]);
  return <TimeZoneContext value={zone}>{children}</TimeZoneContext>;
}

/** The visitor's IANA time zone, the same on the server and in the browser. */
export function useTimeZone(): string {
  return useContext(TimeZoneContext);
}
