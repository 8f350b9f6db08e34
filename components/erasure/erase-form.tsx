"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CountryField, type CountryOption } from "@/components/ui/country-field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { type ErasureView, wantedNumber } from "@/lib/api/erasures";
import { plural } from "@/lib/format";
import { rowsInKinds } from "./found-words";

export interface EraseFormProps {
  countries: readonly CountryOption[];
  onErased: (receipts: ErasureView[]) => void;
}

/** Finds a number in all accounts of the user, says how much there is of it, and erases it. */
export function EraseForm({ countries, onErased }: EraseFormProps) {
  const [number, setNumber] = useState("");
  const [country, setCountry] = useState("US");
  const [isAsking, setAsking] = useState(false);
  const find = useFormAction({
    schema: wantedNumber,
    send: (body) => callApi("findNumber", { body }),
  });
  const erase = useFormAction({
    schema: wantedNumber,
    send: (body) => callApi("eraseNumber", { body }),
    onDone: ({ items }) => {
      setAsking(false);
      setNumber("");
      find.reset();
      onErased(items);
    },
  });
  const found = find.answer;
  const change = (set: () => void) => {
    find.reset();
    set();
  };
  return (
    <Card
      title="Find the number"
      description="In all runs of the accounts that you own, in every spelling. Nothing is sent to Kaleyra."
    >
      <Form
        onSubmit={() => find.submit({ number, country })}
        fields={find.fields}
        message={find.message}
      >
        <TextField
          label="Phone number"
          name="number"
          type="tel"
          placeholder="+1 415 555 2671"
          description="In any format. With + and a calling code, the country below is ignored."
          value={number}
          onChange={(value) => change(() => setNumber(value))}
          autoComplete="off"
        />
        <CountryField
          label="Country, if the number has no +"
          name="country"
          countries={countries}
          value={country}
          onChange={(code) => change(() => setCountry(code))}
        />
        <div>
          <Button type="submit" variant="primary" isPending={find.isPending}>
            Find it
          </Button>
        </div>
        {found && found.runs === 0 && (
          <Notice title="Not found" isLive>
            Nothing is stored of this number in your accounts, so there is nothing to erase.
          </Notice>
        )}
        {found && found.runs > 0 && (
          <Notice
            tone="warning"
            isLive
            title={`Found in ${plural(found.runs, "run")} of ${plural(found.accounts, "account")}`}
            action={
              <Button size="sm" variant="danger" onPress={() => setAsking(true)}>
                Erase the number
              </Button>
            }
          >
            {rowsInKinds(found)}.
          </Notice>
        )}
      </Form>
      {found && (
        <ConfirmDialog
          isOpen={isAsking}
          onOpenChange={setAsking}
          title="Erase this number everywhere?"
          confirmLabel="Erase the number"
          isDanger
          isPending={erase.isPending}
          error={erase.message}
          onConfirm={() => erase.submit({ number, country })}
        >
          <p>
            {rowsInKinds(found)} will be deleted from {plural(found.runs, "run")}, and can’t be
            brought back. Each run then counts these rows as erased.
          </p>
          <p>A later upload that holds the number stores it again.</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
