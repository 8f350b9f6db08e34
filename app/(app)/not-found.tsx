import { EmptyState } from "@/components/ui/empty-state";
import { SearchIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";

export default function NotFound() {
  return (
    <EmptyState
      icon={SearchIcon}
      titleAs="h1"
      title="There is nothing at this address"
      action={<LinkButton href="/">Go to the overview</LinkButton>}
    >
      <p>What stood here was deleted, or it belongs to an account that you have no access to.</p>
    </EmptyState>
  );
}
