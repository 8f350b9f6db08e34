"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { callApi } from "@/lib/api/client";
import { runQuery } from "@/lib/api/queries";
import { plural } from "@/lib/format";
import type { RunDialogProps } from "./rename-run-dialog";

/** Deletes a run with everything in it, after naming what that is. */
export function DeleteRunDialog({ run, isOpen, onOpenChange }: RunDialogProps) {
  const client = useQueryClient();
  const router = useRouter();
  const { unique, invalid, duplicates } = run.counts;
  const remove = useMutation({
    mutationFn: () => callApi("deleteRun", { params: { id: run.id } }),
    onSuccess: async () => {
      router.replace("/runs");
      await client.cancelQueries({ queryKey: runQuery(run.id).queryKey });
      await client.invalidateQueries({ queryKey: ["runs", "list"] });
      await client.invalidateQueries({ queryKey: ["runs", "latest"] });
    },
  });
  return (
    <ConfirmDialog
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (open) remove.reset();
        onOpenChange(open);
      }}
      title={`Delete “${run.name}”?`}
      confirmLabel="Delete the run"
      isDanger
      isPending={remove.isPending || remove.isSuccess}
      error={remove.error ? errorMessage(remove.error) : null}
      onConfirm={() => remove.mutate()}
    >
      <p>
        This deletes {plural(unique, "contact")} with their results,{" "}
        {plural(invalid, "invalid row")} and {plural(duplicates, "duplicate")}. It cannot be undone.
      </p>
      {run.ledger.billed > 0 && (
        <p>
          To find this out again, {plural(unique, "lookup")} would be made and billed again. Export
          the segments you need first.
        </p>
      )}
    </ConfirmDialog>
  );
}
