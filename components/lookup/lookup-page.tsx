"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { CountryOption } from "@/components/ui/country-field";
import { EmptyState } from "@/components/ui/empty-state";
import { AccountsIcon, LookupIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Spinner } from "@/components/ui/spinner";
import type { AccountView } from "@/lib/api/accounts";
import { accountsQuery, lookupHistoryQuery, type QuickCheck } from "@/lib/api/queries";
import { AnswerCard } from "./answer-card";
import { DetailsCard } from "./details-card";
import { LookupForm, type LookupFormProps } from "./lookup-form";
import { LookupHistory } from "./lookup-history";
import { useQuickCheck } from "./use-quick-check";

export interface LookupPageProps {
  countries: readonly CountryOption[];
  /** The account that the frame has been set to; null for all. */
  shownAccount: string | null;
}

/** One number, now. */
export function LookupPage({ countries, shownAccount }: LookupPageProps) {
  const { data } = useSuspenseQuery(accountsQuery());
  const accounts = data.items.filter((account) => account.role !== "viewer");
  return (
    <>
      <PageHeader
        title="Quick check"
        description="Ask Kaleyra about one number and get the answer right away."
      />
      {accounts.length === 0 ? (
        <EmptyState
          icon={AccountsIcon}
          title="You have no account to check numbers with"
          action={<LinkButton href="/accounts/new">Connect a Kaleyra account</LinkButton>}
        >
          <p>Ask an owner to make you an analyst, or connect an account of your own.</p>
        </EmptyState>
      ) : (
        <Checker accounts={accounts} countries={countries} shownAccount={shownAccount} />
      )}
    </>
  );
}

type CheckerProps = Omit<LookupFormProps, "action">;

function Checker({ accounts, countries, shownAccount }: CheckerProps) {
  const { data: history = [] } = useQuery(lookupHistoryQuery());
  const action = useQuickCheck();
  const { answer: subject } = action;
  const isChecking = action.isPending && action.input?.what === "rcs";
  const account = accounts.find(({ id }) => id === subject?.accountId);
  const place = useRef<HTMLDivElement>(null);
  // On a small screen the answer lies below the form.
  useEffect(() => {
    if (subject) place.current?.scrollIntoView({ block: "nearest" });
  }, [subject]);

  return (
    <div className="flex flex-col gap-6">
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        {/* The answer beside it may be longer. */}
        <div>
          <LookupForm
            accounts={accounts}
            countries={countries}
            shownAccount={shownAccount}
            action={action}
          />
        </div>
        <div
          ref={place}
          aria-live="polite"
          aria-busy={isChecking}
          className="scroll-mt-20 scroll-mb-24"
        >
          {subject && account ? (
            <Answer
              account={account}
              number={subject.number}
              check={history.find(
                (one) => one.number === subject.number && one.accountId === account.id,
              )}
              countries={countries}
            />
          ) : (
            <Placeholder isPending={isChecking} />
          )}
        </div>
      </div>
      <LookupHistory answers={history} />
    </div>
  );
}

interface AnswerProps {
  account: AccountView;
  number: string;
  /** The latest of this visit; without one its details alone were asked for. */
  check: QuickCheck | undefined;
  countries: readonly CountryOption[];
}

/** What this visit has found out about a number. */
function Answer({ account, number, check, countries }: AnswerProps) {
  const country = countries.find(({ code }) => code === check?.country);
  return (
    <div className="flex flex-col gap-6">
      {check && (
        <AnswerCard
          answer={check}
          countryName={country?.name ?? "International"}
          isSandbox={account.isSandbox}
        />
      )}
      <DetailsCard
        key={`${account.id} ${number}`}
        account={account}
        number={number}
        isAlone={!check}
      />
    </div>
  );
}

/** Keeps the place of the answer. */
function Placeholder({ isPending = false }: { isPending?: boolean }) {
  return (
    <div className="grid h-full min-h-64 place-items-center rounded-lg border border-line-strong border-dashed px-6 text-center text-muted">
      {isPending ? (
        <p className="flex items-center gap-2.5">
          <Spinner className="size-5" />
          Asking Kaleyra
        </p>
      ) : (
        <div className="flex flex-col items-center gap-2">
          <LookupIcon />
          <p className="text-balance">
            The answer appears here: reachable or not, the carrier, the kind of number, its details.
          </p>
        </div>
      )}
    </div>
  );
}
