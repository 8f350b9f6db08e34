import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { AccountsIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";

/** Nobody to look up with: no account yet, or none in which the user may start a run. */
export function NoAccount({ hasAccounts }: { hasAccounts: boolean }) {
  return (
    <Card>
      <EmptyState
        icon={AccountsIcon}
        title={
          hasAccounts ? "You can view results, but not start runs" : "Connect an account first"
        }
        action={
          hasAccounts ? (
            <LinkButton href="/runs">View the runs</LinkButton>
          ) : (
            <LinkButton href="/accounts/new" variant="primary">
              Connect an account
            </LinkButton>
          )
        }
      >
        <p>
          {hasAccounts
            ? "Your role is viewer. An owner of the account can make you an analyst."
            : "Lookups are made with a Kaleyra account."}
        </p>
      </EmptyState>
    </Card>
  );
}
