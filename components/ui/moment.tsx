"use client";

import { formatDate, formatDateTime, formatTime } from "@/lib/format";
import { useTimeZone } from "./time-zone";

const writers = { date: formatDate, datetime: formatDateTime, time: formatTime };

export interface MomentProps {
  /** ISO 8601, UTC. */
  iso: string;
  show?: keyof typeof writers;
  className?: string;
}

/** A moment in the visitor's time zone. */
export function Moment({ iso, show = "datetime", className }: MomentProps) {
  const timeZone = useTimeZone();
  return (
    <time dateTime={iso} title={`${formatDateTime(iso, "UTC")} UTC`} className={className}>
      {writers[show](iso, timeZone)}
    </time>
  );
}
