import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Icon } from "./icons";

export interface EmptyStateProps {
  icon?: Icon;
  title: ReactNode;
  /** `h1` where it is the whole page. */
  titleAs?: "p" | "h1" | "h2";
  children?: ReactNode;
  /** The way on. */
  action?: ReactNode;
  className?: string;
}

/** Nothing here: yet, or for these filters. Says why and shows the way on. */
export function EmptyState({
  icon: Icon,
  title,
  titleAs: Title = "p",
  children,
  action,
  className,
}: EmptyStateProps) {
  return (
    <div className={cx("flex flex-col items-center gap-1 px-6 py-12 text-center", className)}>
      {Icon && (
        <span className="mb-3 grid size-11 place-items-center rounded-full bg-hover text-muted">
          <Icon />
        </span>
      )}
      <Title className="font-semibold text-ink text-lg">{title}</Title>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
