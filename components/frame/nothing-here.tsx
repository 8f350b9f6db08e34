import { EmptyState } from "@/components/ui/empty-state";
import { SearchIcon } from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";

/** In the place of what an address names and nobody finds, with a way on. */
export function NothingHere({
  title,
  children,
  href,
  way,
}: {
  title: string;
  children: string;
  href: string;
  way: string;
}) {
  return (
    <EmptyState
      icon={SearchIcon}
      titleAs="h1"
      title={title}
      action={<LinkButton href={href}>{way}</LinkButton>}
    >
      <p>{children}</p>
    </EmptyState>
  );
}
