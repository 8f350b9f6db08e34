import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

export interface CardProps extends Pick<ComponentProps<"section">, "onFocus" | "onPointerEnter"> {
  title?: ReactNode;
  /** Under the title. */
  description?: ReactNode;
  /** At the right of the title. */
  actions?: ReactNode;
  children?: ReactNode;
  /** The content reaches the edges: for tables and lists. */
  isFlush?: boolean;
  className?: string;
}

/** A surface that holds one subject. */
export function Card({
  title,
  description,
  actions,
  children,
  isFlush = false,
  className,
  ...props
}: CardProps) {
  return (
    <section
      {...props}
      className={cx("min-w-0 rounded-lg border border-line bg-surface shadow-xs", className)}
    >
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-4">
          <div className="min-w-0">
            {title && <h2 className="font-semibold text-ink text-lg">{title}</h2>}
            {description && <p className="mt-0.5 text-muted text-sm">{description}</p>}
          </div>
          {actions && <div className="flex items-center gap-2">{actions}</div>}
        </header>
      )}
      {isFlush ? (
        <div className={cx((title || actions) && "pt-3")}>{children}</div>
      ) : (
        <div className="p-5">{children}</div>
      )}
    </section>
  );
}
