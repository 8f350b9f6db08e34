"use client";

import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import type { CallView } from "@/lib/api/calls";
import { formatNumber, plural } from "@/lib/format";
import { billingWords, noteWords, operationWords, tookWords, unbilledWords } from "./call-words";

const columns: readonly PlainColumn<CallView>[] = [
  {
    id: "when",
    label: "When",
    isRowHeader: true,
    className: "whitespace-nowrap align-top font-medium! tabular-nums",
    cell: ({ startedAt }) => (
      <>
        <Moment iso={startedAt} show="time" />
        <Moment iso={startedAt} show="date" className="block font-normal text-muted text-sm" />
      </>
    ),
  },
  {
    id: "operation",
    label: "Call",
    className: "whitespace-nowrap align-top max-md:hidden",
    cell: ({ operation }) => operationWords(operation),
  },
  {
    id: "numbers",
    label: "Numbers",
    align: "end",
    className: "align-top max-md:hidden",
    cell: ({ numbers }) => formatNumber(numbers),
  },
  {
    id: "result",
    label: "Result",
    className: "align-top",
    cell: (call) => <Result call={call} />,
  },
  {
    id: "took",
    label: "Took",
    align: "end",
    className: "whitespace-nowrap align-top max-md:hidden",
    cell: ({ milliseconds }) => tookWords(milliseconds),
  },
  {
    id: "billing",
    label: "Billing",
    align: "end",
    className: "whitespace-nowrap align-top max-md:hidden",
    cell: (call) => <Billed call={call} />,
  },
];

/** A page of a run's ledger: what was asked, what came of it, and what it may have cost. */
export function CallsTable({ calls }: { calls: readonly CallView[] }) {
  return (
    <PlainTable
      caption="Every call, newest first"
      columns={columns}
      rows={calls}
      keyOf={(call) => call.id}
      isFramed
    />
  );
}

function Billed({ call }: { call: CallView }) {
  const unbilled = unbilledWords(call);
  return (
    <>
      {billingWords(call)}
      {unbilled && <span className="block text-muted text-sm">{unbilled}</span>}
    </>
  );
}

function Result({ call }: { call: CallView }) {
  const { result, title, detail, httpStatus, errorCode, message, notes } = call;
  const isFailed = result !== null && result !== "ok";
  const codes = [httpStatus !== null && `HTTP ${httpStatus}`, errorCode]
    .filter(Boolean)
    .join(" · ");
  return (
    <div className="flex max-w-140 flex-col gap-1">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={result === null ? "pending" : isFailed ? "failed" : "neutral"}>{title}</Badge>
        {isFailed && codes && <span className="text-muted text-sm">{codes}</span>}
      </p>
      {/* Small screens have no room for columns of these. */}
      <p className="text-muted text-sm md:hidden">
        {operationWords(call.operation)}, {plural(call.numbers, "number")},{" "}
        {tookWords(call.milliseconds)}
      </p>
      <div className="md:hidden">
        <Billed call={call} />
      </div>
      {detail && <p className="text-muted text-sm">{detail}</p>}
      {message && (
        <p className="wrap-anywhere text-muted text-sm">Kaleyra's own words: “{message}”</p>
      )}
      {noteWords(notes).map((note) => (
        <p key={note} className="text-no-answer-ink text-sm">
          {note}
        </p>
      ))}
    </div>
  );
}
