"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { TrashIcon } from "@/components/ui/icons";
import type { AccountView } from "@/lib/api/accounts";
import { callApi } from "@/lib/api/client";

/** Removes an account after its name was typed. */
export function RemoveAccount({ account }: { account: AccountView }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const removal = useMutation({
    mutationFn: () => callApi("deleteAccount", { params: { id: account.id } }),
    onSuccess: async () => {
      router.push("/accounts");
      queryClient.removeQueries({ queryKey: ["accounts", account.id] });
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Card
      title="Remove this account"
      description="Deletes all of its runs too, with their contacts, results and call records. Nothing changes at Kaleyra."
    >
      <Button
        onPress={() => {
          removal.reset();
          setIsAsking(true);
        }}
      >
        <TrashIcon />
        Remove the account
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onOpenChange={setIsAsking}
        title={`Remove ${account.name}?`}
        confirmLabel="Remove the account"
        isDanger
        typeToConfirm={account.name}
        onConfirm={() => removal.mutate()}
        isPending={removal.isPending || removal.isSuccess}
        error={removal.error && errorMessage(removal.error)}
      >
        <p>This permanently deletes:</p>
        <ul className="flex list-disc flex-col gap-1 pl-5">
          <li>the stored API key and the settings of this account</li>
          <li>all of its runs, with their contacts, results, invalid rows and duplicates</li>
          <li>the record of all calls and what they were billed</li>
        </ul>
        <p>Export what you still need before you go on.</p>
      </ConfirmDialog>
    </Card>
  );
}
