"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyIcon, PlusIcon } from "@/components/ui/icons";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { accountQuery, tokensQuery } from "@/lib/api/queries";
import type { TokenView } from "@/lib/api/tokens";
import { NewTokenDialog } from "./new-token-dialog";
import { RevokeTokenDialog } from "./revoke-token-dialog";
import { TokensTable } from "./tokens-table";

/** The API tokens of an account: which there are, a new one, the end of one. */
export function TokensPage({ accountId }: { accountId: string }) {
  const { data: account } = useSuspenseQuery(accountQuery(accountId));
  const { data: tokens } = useSuspenseQuery(tokensQuery(accountId));
  const [isMaking, setIsMaking] = useState(false);
  const [revoking, setRevoking] = useState<TokenView | null>(null);
  const make = (
    <Button variant="primary" onPress={() => setIsMaking(true)}>
      <PlusIcon />
      Make a token
    </Button>
  );
  const hasTokens = tokens.items.length > 0;
  return (
    <>
      <PageHeader
        title="API tokens"
        description="A token lets a script do in this account what you can do in the browser, but for settings, keys and people. Whoever has it has its role."
        breadcrumbs={[
          { label: "Accounts", href: "/accounts" },
          { label: account.name, href: `/accounts/${accountId}` },
        ]}
        actions={hasTokens && make}
      />
      {hasTokens ? (
        <TokensTable tokens={tokens.items} onRevoke={setRevoking} />
      ) : (
        <Card isFlush>
          <EmptyState icon={KeyIcon} title="No token yet" action={make}>
            <p>
              What a script can do is listed in the{" "}
              <TextLink href="/api/openapi.json" prefetch={false}>
                OpenAPI document
              </TextLink>
              .
            </p>
          </EmptyState>
        </Card>
      )}
      <NewTokenDialog accountId={accountId} isOpen={isMaking} onOpenChange={setIsMaking} />
      <RevokeTokenDialog accountId={accountId} token={revoking} onClose={() => setRevoking(null)} />
    </>
  );
}
