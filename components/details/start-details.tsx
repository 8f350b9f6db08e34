"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { filterWords } from "@/components/runs/filter-words";
import { countSegment, isOfContacts, SEGMENTS } from "@/components/runs/segments";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions } from "@/components/ui/dialog";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { Select } from "@/components/ui/select";
import { callApi } from "@/lib/api/client";
import { breakdownQuery, detailProgressQuery, detailsQuery } from "@/lib/api/queries";
import { isLive } from "@/lib/api/run-status";
import { CONTACT_SEGMENTS } from "@/lib/api/values";
import { formatNumber } from "@/lib/format";
import { DetailsPlan } from "./details-plan";
import { planDeed } from "./plan-lines";
import type { StartDetailsDialogProps } from "./start-details-dialog";

/** What `StartDetailsDialog` opens. */
export function StartDetails({ run, choice, ...props }: StartDetailsDialogProps) {
  return (
    <Dialog {...props} title="Look up number details" isDismissable={false}>
      {(close) => <Choice run={run} choice={choice} close={close} />}
    </Dialog>
  );
}

type ChoiceProps = Pick<StartDetailsDialogProps, "run" | "choice"> & { close: () => void };

/** Lives only while the dialog is open: what is chosen begins anew. */
function Choice({ run, choice, close }: ChoiceProps) {
  const client = useQueryClient();
  const [segment, setSegment] = useState(choice.segment);
  const [isFiltered, setFiltered] = useState(true);
  const hasFilter = Object.keys(choice.filter).length > 0;
  const filter = isFiltered ? choice.filter : {};
  const cells = useQuery(breakdownQuery(run.id, isLive(run.status))).data?.cells ?? [];
  const plan = useQuery(detailsQuery(run.id, { segment, ...filter }));
  const progressKey = detailProgressQuery(run.id).queryKey;
  const start = useMutation({
    mutationFn: (atMost: number) =>
      callApi("startDetails", { params: { id: run.id }, body: { segment, filter, atMost } }),
    onSuccess: (pass) => {
      client.setQueryData(progressKey, (before) => before && { ...before, pass });
      close();
    },
    // Refused or begun, the counts are others now.
    onSettled: () => client.invalidateQueries({ queryKey: ["runs", run.id, "details"] }),
  });
  const deed = plan.data && planDeed(plan.data.selection);
  const error = start.error ?? plan.error;

  return (
    <>
      <p className="text-soft">
        Kaleyra’s number lookup tells the country, the current and original operator, their MCC and
        MNC, and whether a number was ported. It is apart from RCS, with a price of its own.
      </p>
      <Select
        label="Contacts"
        choices={SEGMENTS.filter((one) => isOfContacts(one.segment)).map((one) => {
          const count = countSegment(one.segment, run, cells, filter);
          return {
            id: one.segment,
            label: one.label,
            aside: count === null ? undefined : formatNumber(count),
          };
        })}
        value={segment}
        onChange={(id) => {
          start.reset();
          setSegment((was) => CONTACT_SEGMENTS.find((one) => one === id) ?? was);
        }}
      />
      {hasFilter && (
        <Checkbox
          isSelected={isFiltered}
          onChange={setFiltered}
          description={filterWords(choice.filter)}
        >
          Only contacts that match the filters
        </Checkbox>
      )}
      <DetailsPlan view={plan.data} isPending={plan.isPending} isSandbox={run.isSandbox} />
      <FormError message={error ? errorMessage(error) : null} />
      <DialogActions>
        <Button onPress={close}>Cancel</Button>
        <Button
          variant="primary"
          isDisabled={!deed}
          isPending={start.isPending || (plan.isFetching && !plan.isPending)}
          onPress={() => plan.data && start.mutate(plan.data.selection.toAsk)}
        >
          {deed ?? "Look up"}
        </Button>
      </DialogActions>
    </>
  );
}
