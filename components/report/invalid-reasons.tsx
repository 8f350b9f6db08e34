import { formatNumber, plural } from "@/lib/format";

/** More reasons than this are put together. */
const MOST = 6;

export interface InvalidReasonsProps {
  reasons: readonly { title: string; rows: number }[];
}

/** Why rows of the file were left out, the most frequent reason first. */
export function InvalidReasons({ reasons }: InvalidReasonsProps) {
  if (reasons.length === 0) return null;
  const rest = reasons.length > MOST ? reasons.slice(MOST - 1) : [];
  const lines = [
    ...reasons.slice(0, reasons.length - rest.length),
    ...(rest.length > 0
      ? [{ title: "Other reasons", rows: rest.reduce((sum, { rows }) => sum + rows, 0) }]
      : []),
  ];
  const all = reasons.reduce((sum, { rows }) => sum + rows, 0);
  return (
    <section className="break-inside-avoid">
      <h2 className="mb-1.5 font-semibold text-ink text-lg">
        {plural(all, "row", "rows")} without a usable number
      </h2>
      <table className="w-full border-collapse text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">Reason</th>
            <th scope="col">Rows</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, rows }) => (
            <tr key={title} className="border-line border-b last:border-b-0">
              <th scope="row" className="py-1 text-left font-normal text-ink">
                {title}
              </th>
              <td className="py-1 text-right tabular-nums">{formatNumber(rows)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
