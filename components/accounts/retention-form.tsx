"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { NumberField } from "@/components/ui/number-field";
import { useFormAction } from "@/components/ui/use-form-action";
import { type AccountView, accountChange } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";
import { accountQuery, accountsQuery, runsDueQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";

/** For how long the account keeps the numbers of runs that have ended. */
export function RetentionForm({ account }: { account: AccountView }) {
  const queryClient = useQueryClient();
  const [days, setDays] = useState(account.retentionDays);
  const [isAsking, setAsking] = useState(false);
  const action = useFormAction({
    schema: accountChange,
    send: (body) => callApi("updateAccount", { params: { id: account.id }, body }),
    onDone: (updated) => {
      queryClient.setQueryData(accountQuery(account.id).queryKey, updated);
      queryClient.invalidateQueries({ queryKey: accountsQuery().queryKey, exact: true });
      queryClient.invalidateQueries({ queryKey: ["runs"] });
      setAsking(false);
    },
  });
  const isLess = days < account.retentionDays;
  const due = useQuery({ ...runsDueQuery(account.id, days), enabled: isAsking });
  const save = () => action.submit({ retentionDays: days });

  return (
    <Card
      title="How long contacts are kept"
      description="The numbers and rows of a run are deleted so many days after it ended. Its counts and charts stay."
    >
      <Form
        onSubmit={() => (isLess ? setAsking(true) : save())}
        fields={action.fields}
        message={isAsking ? null : action.message}
      >
        <div className="max-w-xs">
          <NumberField
            label="Days"
            name="retentionDays"
            description="1 to 3,650. More days bring nothing back that was deleted."
            value={days}
            onChange={(value) => {
              action.reset();
              setDays(value);
            }}
            minValue={1}
            maxValue={3650}
          />
        </div>
        <div>
          <Button type="submit" variant="primary" isPending={action.isPending && !isAsking}>
            Save the time
          </Button>
        </div>
        {/* Below the button: leaving the field takes it away, and the button must not move then. */}
        {action.answer && (
          <Notice tone="success" isLive title="Saved">
            Contacts are kept for {plural(account.retentionDays, "day")} from now on.
          </Notice>
        )}
      </Form>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={`Keep contacts for ${plural(days, "day")} only?`}
        confirmLabel="Keep them for less time"
        isPending={action.isPending || due.isPending}
        error={due.error ? errorMessage(due.error) : action.message}
        onConfirm={save}
      >
        <p>{due.data ? dueWords(due.data.runs, due.data.contacts, days) : "Counting the runs…"}</p>
      </ConfirmDialog>
    </Card>
  );
}

function dueWords(runs: number, contacts: number, days: number): string {
  if (runs === 0)
    return `No run has ended more than ${plural(days, "day")} ago: none is deleted now.`;
  const what = runs === 1 ? "1 run is" : `${plural(runs, "run")} are`;
  return `${what} older than that. Within the hour ${plural(contacts, "contact")} will be deleted with their rows, and can't be brought back.`;
}
