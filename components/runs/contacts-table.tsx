"use client";

import { memo, useMemo } from "react";
import { ContactDetails } from "@/components/details/contact-details";
import { cx } from "@/components/ui/cx";
import { Moment } from "@/components/ui/moment";
import { NOT_PROVIDED_WORDS } from "@/components/ui/not-provided";
import { OutcomeBadge } from "@/components/ui/outcome-badge";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import type { ContactView } from "@/lib/api/results";
import { formatNumber } from "@/lib/format";
import { carrierStatusWords } from "./carrier-status-words";
import { CountryName } from "./country-name";
import { failureWords } from "./failure-words";

export interface ContactsTableProps {
  contacts: readonly ContactView[];
  /** Names of the columns of the file that travelled along. */
  keptColumns: readonly string[];
  /** Number details were looked up in this run, of these contacts or others. */
  hasDetails: boolean;
}

const number = (hasDetails: boolean): PlainColumn<ContactView> => ({
  id: "number",
  label: "Number",
  isRowHeader: true,
  className: "whitespace-nowrap font-medium! tabular-nums",
  cell: (contact) => (
    <>
      {contact.number}
      {/* Small screens have no room for columns of carriers and details. */}
      <span className="block max-w-40 whitespace-normal font-normal text-sm text-soft normal-nums md:hidden">
        <Given value={contact.carrier} of={contact} />
      </span>
      {hasDetails && (
        <span className="block whitespace-normal font-normal text-sm md:hidden">
          <ContactDetails contact={contact} isNamed />
        </span>
      )}
    </>
  ),
});

const columns: readonly PlainColumn<ContactView>[] = [
  {
    id: "outcome",
    label: "Outcome",
    cell: (contact) => (
      <>
        <OutcomeBadge outcome={contact.outcome} />
        {contact.failure && (
          <p className="mt-1 max-w-64 text-muted text-sm">{failureWords(contact)}</p>
        )}
      </>
    ),
  },
  {
    id: "carrier",
    label: "Carrier",
    className: "min-w-28 max-md:hidden",
    cell: (contact) => <Given value={contact.carrier} of={contact} />,
  },
  {
    id: "status",
    label: "Carrier status",
    className: "min-w-28 max-md:hidden",
    cell: (contact) => (
      <Given
        value={contact.carrierStatus && carrierStatusWords(contact.carrierStatus)}
        of={contact}
      />
    ),
  },
  {
    id: "country",
    label: "Country",
    className: "whitespace-nowrap max-lg:hidden",
    cell: (contact) => <CountryName code={contact.country} />,
  },
  {
    id: "checked",
    label: "Checked",
    className: "whitespace-nowrap max-lg:hidden",
    cell: ({ checkedAt }) => (checkedAt ? <Moment iso={checkedAt} /> : "–"),
  },
  {
    id: "line",
    label: "Line",
    align: "end",
    className: "max-md:hidden",
    cell: (contact) => formatNumber(contact.line),
  },
];

const details: PlainColumn<ContactView> = {
  id: "details",
  label: "Number details",
  className: "min-w-40 max-w-56 max-md:hidden",
  cell: (contact) => <ContactDetails contact={contact} />,
};

/** A page of contacts with what was found out about each. */
export const ContactsTable = memo(function ContactsTable({
  contacts,
  keptColumns,
  hasDetails,
}: ContactsTableProps) {
  const all = useMemo(
    () => [
      number(hasDetails),
      ...columns.slice(0, 3),
      ...(hasDetails ? [details] : []),
      ...columns.slice(3),
      ...keptColumns.map(
        (name, index): PlainColumn<ContactView> => ({
          id: `kept-${index}`,
          label: name,
          className: "max-w-56 truncate max-md:hidden",
          cell: (contact) => contact.kept[index] ?? "",
        }),
      ),
    ],
    [keptColumns, hasDetails],
  );
  return (
    <PlainTable
      caption="Contacts"
      columns={all}
      rows={contacts}
      keyOf={(contact) => contact.line}
      isFramed
    />
  );
});

/** Only an answer can lack a carrier: of the others nothing is known. */
function Given({ value, of: { outcome } }: { value: string | null; of: ContactView }) {
  const isAnswered = outcome === "rcs" || outcome === "not_rcs";
  return (
    <span className={cx("block max-w-56 wrap-anywhere", value === null && "text-muted")}>
      {value ?? (isAnswered ? NOT_PROVIDED_WORDS : "–")}
    </span>
  );
}
