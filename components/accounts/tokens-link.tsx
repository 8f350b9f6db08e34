import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";

/** The way to the tokens by which scripts use this account. */
export function TokensLink({ accountId }: { accountId: string }) {
  return (
    <Card
      title="API tokens"
      description="For scripts: upload an audience, start its run and take the segment away without a browser."
    >
      <LinkButton href={`/accounts/${accountId}/tokens`}>Manage API tokens</LinkButton>
    </Card>
  );
}
