import type { ComponentProps } from "react";
import { cx } from "./cx";
import { Link } from "./link";
import { LinkOnItsWay } from "./on-its-way";

/** A link in running text. */
export function TextLink({ className, children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link
      {...props}
      className={cx(
        "rounded-xs font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent",
        className,
      )}
    >
      {children}
      <LinkOnItsWay />
    </Link>
  );
}
