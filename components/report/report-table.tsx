import {
  limitRows,
  type ReachMeasure,
  type ReachRow,
  rateOf,
  rateText,
  sortRows,
} from "@/components/charts/reach-row";
import { cx } from "@/components/ui/cx";
import { formatNumber } from "@/lib/format";

export interface ReportTableProps {
  title: string;
  /** What a row is, in one and in many: "Carrier", "carriers". */
  noun: [one: string, many: string];
  rows: readonly ReachRow[];
  /** What leads: the highest rate, or the most contacts. */
  order: ReachMeasure;
  /** More rows than this are put together, so that the report stays short. */
  most: number;
  note?: string | null;
}

const figure = "py-1 pl-3 text-right tabular-nums whitespace-nowrap";

/** The RCS rate by something as bars that are a table as well. */
export function ReportTable({
  title,
  noun: [one, many],
  rows,
  order,
  most,
  note,
}: ReportTableProps) {
  if (rows.length === 0) return null;
  const shown = sortRows(limitRows(rows, most, many), order);
  const sum = (count: (row: ReachRow) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  const all: ReachRow = {
    key: "all",
    label: "Total",
    contacts: sum((row) => row.contacts),
    reachable: sum((row) => row.reachable),
  };
  return (
    <section className="break-inside-avoid">
      <h2 className="mb-1.5 font-semibold text-ink text-lg">{title}</h2>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-line-strong border-b text-left text-muted">
            <th scope="col" className="py-1 font-medium">
              {one}
            </th>
            <th scope="col" className="py-1 pl-3 font-medium" colSpan={2}>
              RCS rate
            </th>
            <th scope="col" className={`${figure} font-medium max-sm:hidden`}>
              Reachable
            </th>
            <th scope="col" className={`${figure} font-medium`}>
              With an answer
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <Row key={row.key} row={row} />
          ))}
        </tbody>
        {shown.length > 1 && (
          <tfoot className="border-line-strong border-t font-semibold">
            <Row row={all} isSum />
          </tfoot>
        )}
      </table>
      {note && <p className="mt-1.5 text-muted text-sm">{note}</p>}
    </section>
  );
}

function Row({ row, isSum = false }: { row: ReachRow; isSum?: boolean }) {
  return (
    <tr className="border-line border-b last:border-b-0">
      <th
        scope="row"
        className={cx("break-words py-1 text-left text-ink", !isSum && "font-normal")}
      >
        {row.label}
      </th>
      <td className="w-2/5 py-1 pl-3 max-sm:w-1/5">
        <div className="h-3 rounded-xs bg-pressed">
          <div className="h-full rounded-xs bg-reach" style={{ width: `${rateOf(row)}%` }} />
        </div>
      </td>
      <td className={figure}>{rateText(row)}</td>
      <td className={`${figure} max-sm:hidden`}>{formatNumber(row.reachable)}</td>
      <td className={figure}>{formatNumber(row.contacts)}</td>
    </tr>
  );
}
