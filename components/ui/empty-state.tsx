import type { ReactNode } from "react";
import { cx } from "./cx";
import type { Icon } from "./icons";

export interface EmptyStateProps {
  icon?: Icon;
  title: ReactNode;
  children?: ReactNode;
  /** The way on. */
  action?: ReactNode;
  className?: string;
}

/** Nothing here: yet, or for these filters. Says why and shows the way on. */
export function EmptyState({ icon: Icon, title, children, action, className }: EmptyStateProps) {
  return (
    <div className={cx("flex flex-col items-center gap-1 px-6 py-12 text-center", className)}>
      {Icon && (
        <span className="mb-3 grid size-11 place-items-center rounded-full bg-hover text-muted">
          <Icon />
        </span>
      )}
      <p className="font-semibold text-ink text-lg">{title}</p>
      {children && <div className="max-w-md text-muted">{children}</div>}
      {action && <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
