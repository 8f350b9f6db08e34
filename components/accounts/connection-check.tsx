"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { type AccountView, checkAccount } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";
import { oneLookupNote } from "./price-note";

export interface ConnectionCheckProps {
  account: AccountView;
  countries: readonly CountryOption[];
}

/** One lookup of a number that the user gives, to see whether Kaleyra answers. */
export function ConnectionCheck({ account, countries }: ConnectionCheckProps) {
  const [number, setNumber] = useState("");
  const [country, setCountry] = useState("US");
  const action = useFormAction({
    schema: checkAccount.body,
    send: (body) => callApi("checkAccount", { params: { id: account.id }, body }),
  });
  return (
    <Card
      title="Check the connection"
      description={`Looks up one number, such as your own. ${oneLookupNote(account)}`}
    >
      <Form
        onSubmit={() => action.submit({ number, country })}
        fields={action.fields}
        message={action.message}
      >
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label="Phone number"
            name="number"
            type="tel"
            autoComplete="off"
            placeholder="+1 415 555 2671"
            value={number}
            onChange={setNumber}
          />
          <CountryField
            label="Country, if the number has no +"
            countries={countries}
            value={country}
            onChange={setCountry}
            name="country"
          />
        </div>
        {action.answer && (
          <Notice tone={action.answer.ok ? "success" : "danger"} title={action.answer.title} isLive>
            {action.answer.detail}
          </Notice>
        )}
        <div>
          <Button type="submit" isPending={action.isPending} isDisabled={number.trim() === ""}>
            Look up this number
          </Button>
        </div>
      </Form>
    </Card>
  );
}
