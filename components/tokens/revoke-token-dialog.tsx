"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { errorMessage } from "@/components/ui/error-message";
import { callApi } from "@/lib/api/client";
import { tokensQuery } from "@/lib/api/queries";
import type { TokenView } from "@/lib/api/tokens";

export interface RevokeTokenDialogProps {
  accountId: string;
  /** Null: closed. */
  token: TokenView | null;
  onClose: () => void;
}

/** Asks before a token is revoked. */
export function RevokeTokenDialog({ accountId, token, onClose }: RevokeTokenDialogProps) {
  const client = useQueryClient();
  const revoking = useMutation({
    mutationFn: (tokenId: string) => callApi("revokeToken", { params: { id: accountId, tokenId } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: tokensQuery(accountId).queryKey });
      onClose();
    },
  });
  function close() {
    revoking.reset();
    onClose();
  }
  return (
    <ConfirmDialog
      isOpen={token !== null}
      onOpenChange={(isOpen) => !isOpen && close()}
      title={`Revoke ${token?.name}?`}
      confirmLabel="Revoke the token"
      isDanger
      onConfirm={() => token && revoking.mutate(token.id)}
      isPending={revoking.isPending}
      error={revoking.error && errorMessage(revoking.error)}
    >
      <p>Scripts that use it are refused from their next request on. Runs that go, go on.</p>
    </ConfirmDialog>
  );
}
