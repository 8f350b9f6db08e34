"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { type AccountView, accountChange } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";
import { accountQuery, accountsQuery } from "@/lib/api/queries";
import { type AccountSettings, HostFields, LimitFields } from "./account-fields";
import { regionOf } from "./regions";

/** What an owner can change of an account. The sandbox's host is fixed. */
export function SettingsForm({ account }: { account: AccountView }) {
  const queryClient = useQueryClient();
  const [settings, setSettings] = useState<AccountSettings>(() => settingsOf(account));
  const [region, setRegion] = useState(() => regionOf(account));
  const action = useFormAction({
    schema: accountChange,
    send: (body) => callApi("updateAccount", { params: { id: account.id }, body }),
    onDone: (updated) => {
      queryClient.setQueryData(accountQuery(account.id).queryKey, updated);
      queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey, exact: true });
      setSettings(settingsOf(updated));
    },
  });
  const change = (changed: Partial<AccountSettings>) => {
    action.reset();
    setSettings((before) => ({ ...before, ...changed }));
  };
  const { rcsHost, apiHost, ...withoutHosts } = settings;

  return (
    <Card title="Settings">
      <Form
        onSubmit={() => action.submit(account.isSandbox ? withoutHosts : settings)}
        fields={action.fields}
        message={action.message}
      >
        <TextField
          label="Name"
          name="name"
          value={settings.name}
          onChange={(name) => change({ name })}
          autoComplete="off"
        />
        {!account.isSandbox && (
          <HostFields
            value={settings}
            onChange={change}
            region={region}
            onRegionChange={setRegion}
          />
        )}
        <LimitFields value={settings} onChange={change} />
        {action.answer && (
          <Notice tone="success" isLive title="Saved">
            Runs in progress keep the price they started with.
          </Notice>
        )}
        <div>
          <Button type="submit" variant="primary" isPending={action.isPending}>
            Save the settings
          </Button>
        </div>
      </Form>
    </Card>
  );
}

function settingsOf(account: AccountView): AccountSettings {
  const { id: _, sid, isSandbox, role, createdAt, retentionDays, ...settings } = account;
  return settings;
}
