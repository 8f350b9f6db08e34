"use client";

import { useEffect, useRef, useState } from "react";
import { oneDetailCount, oneLookupNote } from "@/components/accounts/price-note";
import { usePayingAccount } from "@/components/accounts/use-paying-account";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { Form } from "@/components/ui/form";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { AccountView } from "@/lib/api/accounts";
import { lowerFirst } from "@/lib/format";
import type { QuickCheckAction } from "./use-quick-check";

export interface LookupFormProps {
  /** Those that the user may look up with; not empty. */
  accounts: readonly AccountView[];
  countries: readonly CountryOption[];
  /** The account that the frame has been set to; null for all. */
  shownAccount: string | null;
  action: QuickCheckAction;
}

/** The number, how to read it, who pays. */
export function LookupForm({ accounts, countries, shownAccount, action }: LookupFormProps) {
  const [number, setNumber] = useState("");
  const [country, setCountry] = useState("US");
  const [accountId, setAccountId] = usePayingAccount(accounts, shownAccount);
  const input = useRef<HTMLInputElement>(null);
  // The next number is pasted over the last one.
  useEffect(() => {
    if (action.answer && document.activeElement === input.current) input.current?.select();
  }, [action.answer]);
  const account = accounts.find(({ id }) => id === accountId);
  const submit = (what: "rcs" | "details") => action.submit({ what, accountId, number, country });
  return (
    <Card>
      <Form onSubmit={() => submit("rcs")} fields={action.fields} message={action.message}>
        <TextField
          label="Phone number"
          name="number"
          type="tel"
          size="lg"
          placeholder="+1 415 555 2671"
          description="In any format. With + and a calling code, the country below is ignored."
          value={number}
          onChange={setNumber}
          inputRef={input}
          autoComplete="off"
          autoFocus
        />
        <CountryField
          label="Country, if the number has no +"
          name="country"
          countries={countries}
          value={country}
          onChange={setCountry}
        />
        <Select
          label="Account"
          choices={accounts.map(({ id, name, sid }) => ({ id, label: name, note: sid }))}
          value={accountId}
          onChange={setAccountId}
        />
        <div className="flex flex-col gap-3">
          <Button
            type="submit"
            variant="primary"
            size="lg"
            isPending={action.isPending && action.input?.what === "rcs"}
          >
            Check now
          </Button>
          {account && <p className="text-muted text-sm">{oneLookupNote(account)}</p>}
        </div>
        <div className="flex flex-col items-start gap-2 border-line border-t pt-5">
          <Button onPress={() => submit("details")}>Number details only</Button>
          {account && (
            <p className="text-muted text-sm">
              Operators, MCC and MNC, porting, without an RCS check:{" "}
              {lowerFirst(oneDetailCount(account))}.
            </p>
          )}
        </div>
      </Form>
    </Card>
  );
}
