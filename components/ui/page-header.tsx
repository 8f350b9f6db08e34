import { Fragment, type ReactNode } from "react";
import { ChevronRightIcon } from "./icons";
import { Link } from "./link";
import { LinkOnItsWay } from "./on-its-way";

export interface Crumb {
  label: string;
  href: string;
}

export interface PageHeaderProps {
  title: ReactNode;
  /** One line: what the page is for. */
  description?: ReactNode;
  /** The pages above this one, outermost first. */
  breadcrumbs?: Crumb[];
  /** Beside the title, such as a StatusBadge. */
  badge?: ReactNode;
  actions?: ReactNode;
}

/** The head of a page: where it is, what it is, what can be done. */
export function PageHeader({ title, description, breadcrumbs, badge, actions }: PageHeaderProps) {
  return (
    <header className="mb-6 flex flex-col gap-2">
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav aria-label="Breadcrumbs">
          <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
            {breadcrumbs.map((crumb, index) => (
              <Fragment key={crumb.href}>
                {index > 0 && (
                  <li aria-hidden="true">
                    <ChevronRightIcon className="size-3.5" />
                  </li>
                )}
                <li>
                  <Link
                    href={crumb.href}
                    className="rounded-xs py-0.5 hover:text-ink hover:underline"
                  >
                    {crumb.label}
                    <LinkOnItsWay />
                  </Link>
                </li>
              </Fragment>
            ))}
          </ol>
        </nav>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="min-w-0 break-words font-semibold text-2xl text-ink">{title}</h1>
            {badge}
          </div>
          {description && <p className="mt-1 max-w-prose text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
