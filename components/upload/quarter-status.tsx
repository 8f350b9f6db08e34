/** Reads progress out at every quarter: often enough to know that it goes on, and no more. */
export function QuarterStatus({
  what,
  done,
  total,
}: {
  what: string;
  done: number;
  total: number;
}) {
  const quarter = total > 0 ? Math.floor((done / total) * 4) * 25 : 0;
  return (
    <p role="status" className="sr-only">
      {quarter > 0 && `${what}: ${quarter}%`}
    </p>
  );
}
