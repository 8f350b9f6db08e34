"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import type { CountryOption } from "@/components/ui/country-field";
import { DescriptionList } from "@/components/ui/description-list";
import { PeopleIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import type { AccountView } from "@/lib/api/accounts";
import { accountQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";
import { AccountRecords } from "./account-records";
import { ConnectionCheck } from "./connection-check";
import { detailPriceNote, priceNote } from "./price-note";
import { regionLabel } from "./regions";
import { RemoveAccount } from "./remove-account";
import { ReplaceKey } from "./replace-key";
import { RetentionForm } from "./retention-form";
import { SettingsForm } from "./settings-form";
import { TokensLink } from "./tokens-link";

export interface AccountPageProps {
  id: string;
  countries: readonly CountryOption[];
}

/** One account: whether it works, its settings, its key, its end. */
export function AccountPage({ id, countries }: AccountPageProps) {
  const { data: account } = useSuspenseQuery(accountQuery(id));
  const isOwner = account.role === "owner";
  return (
    <>
      <PageHeader
        title={account.name}
        breadcrumbs={[{ label: "Accounts", href: "/accounts" }]}
        badge={account.isSandbox && <SandboxBadge />}
        actions={
          <LinkButton href={`/accounts/${account.id}/people`}>
            <PeopleIcon />
            People
          </LinkButton>
        }
      />
      {account.isSandbox && (
        <Notice title="A stand-in for Kaleyra, on this server" className="mb-6">
          It answers as Kaleyra’s documents say, but makes its answers up: the same number always
          gets the same one. Nothing leaves this server and nothing is billed.
        </Notice>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div className="flex min-w-0 flex-col gap-6">
          {account.role !== "viewer" && <ConnectionCheck account={account} countries={countries} />}
          {isOwner && <SettingsForm account={account} />}
          {isOwner && <RetentionForm account={account} />}
          {isOwner && !account.isSandbox && <ReplaceKey account={account} />}
          {isOwner && <TokensLink accountId={account.id} />}
          {isOwner && <RemoveAccount account={account} />}
        </div>
        <div className="flex flex-col gap-6">
          <Card title="At a glance">
            <DescriptionList facts={factsOf(account)} />
          </Card>
          {isOwner && <AccountRecords id={account.id} />}
        </div>
      </div>
    </>
  );
}

function factsOf(account: AccountView) {
  return [
    { term: "SID", value: account.sid },
    { term: "Region", value: regionLabel(account) },
    { term: "Price", value: priceNote(account) },
    { term: "Number details", value: detailPriceNote(account) },
    { term: "Calls a second", value: account.callsPerSecond },
    { term: "Calls at once", value: account.callsAtOnce },
    { term: "One country per batch", value: account.oneCountryPerBatch ? "On" : "Off" },
    { term: "Contacts are kept for", value: plural(account.retentionDays, "day") },
    { term: "Your role", value: <span className="capitalize">{account.role}</span> },
    { term: "Connected", value: <Moment iso={account.createdAt} show="date" /> },
  ];
}
