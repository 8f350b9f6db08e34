"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { LinkButton } from "@/components/ui/link-button";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { newAccount } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";
import { accountsQuery } from "@/lib/api/queries";
import { PODS } from "@/lib/kaleyra/pods";
import { type AccountSettings, HostFields, LimitFields } from "./account-fields";

const start: AccountSettings = {
  name: "",
  rcsHost: PODS[0].rcsHost,
  apiHost: PODS[0].apiHost,
  pricePerLookup: 0,
  pricePerDetail: 0,
  currency: "USD",
  callsPerSecond: 5,
  callsAtOnce: 4,
  oneCountryPerBatch: false,
};

/** Connects a Kaleyra account, then shows it, where its connection can be checked. */
export function NewAccountForm() {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [settings, setSettings] = useState(start);
  const change = (changed: Partial<AccountSettings>) =>
    setSettings((before) => ({ ...before, ...changed }));
  const [region, setRegion] = useState<string>(PODS[0].id);
  const [sid, setSid] = useState("");
  const [apiKey, setApiKey] = useState("");
  const action = useFormAction({
    schema: newAccount,
    send: (body) => callApi("createAccount", { body }),
    onDone: async (account) => {
      await queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey });
      router.push(`/accounts/${account.id}`);
    },
  });

  return (
    <Form
      onSubmit={() => action.submit({ ...settings, sid, apiKey })}
      fields={action.fields}
      message={action.message}
    >
      <TextField
        label="Name"
        name="name"
        description="What your team calls this account."
        value={settings.name}
        onChange={(name) => change({ name })}
        autoComplete="off"
        autoFocus
      />
      <TextField
        label="Account SID"
        name="sid"
        value={sid}
        onChange={setSid}
        autoComplete="off"
        spellCheck="false"
      />
      <TextField
        label="API key"
        name="apiKey"
        type="password"
        description="Stored encrypted. It is sent to Kaleyra only and never shown again."
        value={apiKey}
        onChange={setApiKey}
        autoComplete="off"
      />
      <HostFields value={settings} onChange={change} region={region} onRegionChange={setRegion} />
      <LimitFields value={settings} onChange={change} />
      <div className="flex flex-wrap gap-2 border-line border-t pt-5">
        <Button type="submit" variant="primary" isPending={action.isPending}>
          Connect the account
        </Button>
        <LinkButton href="/accounts" variant="quiet">
          Cancel
        </LinkButton>
      </div>
    </Form>
  );
}
