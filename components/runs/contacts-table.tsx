"use client";

import { cx } from "@/components/ui/cx";
import { Moment } from "@/components/ui/moment";
import { OutcomeBadge } from "@/components/ui/outcome-badge";
import { Cell, Column, Row, Table, TableBody, TableHeader } from "@/components/ui/table";
import type { ContactView } from "@/lib/api/runs";
import { formatNumber } from "@/lib/format";
import { carrierStatusWords } from "./carrier-status-words";
import { CountryName } from "./country-name";
import { failureWords } from "./failure-words";

export interface ContactsTableProps {
  contacts: readonly ContactView[];
  /** Names of the columns of the file that travelled along. */
  keptColumns: readonly string[];
}

const isAnswered = ({ outcome }: ContactView) => outcome === "rcs" || outcome === "not_rcs";

/** A page of contacts with what was found out about each. */
export function ContactsTable({ contacts, keptColumns }: ContactsTableProps) {
  return (
    <Table aria-label="Contacts">
      <TableHeader>
        <Column isRowHeader>Number</Column>
        <Column>Outcome</Column>
        <Column>Carrier</Column>
        <Column className="max-md:hidden">Carrier status</Column>
        <Column className="max-lg:hidden">Country</Column>
        <Column className="max-lg:hidden">Checked</Column>
        <Column align="end" className="max-md:hidden">
          Line
        </Column>
        {keptColumns.map((name) => (
          <Column key={name} className="max-md:hidden">
            {name}
          </Column>
        ))}
      </TableHeader>
      <TableBody>
        {contacts.map((contact) => (
          <Row key={contact.line} id={contact.line}>
            <Cell className="whitespace-nowrap font-medium text-ink! tabular-nums">
              {contact.number}
            </Cell>
            <Cell>
              <OutcomeBadge outcome={contact.outcome} />
              {contact.failure && (
                <p className="mt-1 max-w-64 text-muted text-sm">{failureWords(contact)}</p>
              )}
            </Cell>
            <Cell>
              <Given value={contact.carrier} isAnswered={isAnswered(contact)} />
            </Cell>
            <Cell className="max-md:hidden">
              <Given
                value={contact.carrierStatus && carrierStatusWords(contact.carrierStatus)}
                isAnswered={isAnswered(contact)}
              />
            </Cell>
            <Cell className="max-lg:hidden">
              <span className="whitespace-nowrap">
                <CountryName code={contact.country} />
              </span>
            </Cell>
            <Cell className="whitespace-nowrap max-lg:hidden">
              {contact.checkedAt ? <Moment iso={contact.checkedAt} /> : "–"}
            </Cell>
            <Cell align="end" className="max-md:hidden">
              {formatNumber(contact.line)}
            </Cell>
            {keptColumns.map((name, index) => (
              <Cell key={name} className="max-w-56 truncate max-md:hidden">
                {contact.kept[index] ?? ""}
              </Cell>
            ))}
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

/** Only an answer can lack a carrier: of the others nothing is known. */
function Given({ value, isAnswered: answered }: { value: string | null; isAnswered: boolean }) {
  return (
    <span className={cx("whitespace-nowrap", value === null && "text-muted")}>
      {value ?? (answered ? "Not provided" : "–")}
    </span>
  );
}
