import type { ComponentProps } from "react";
import { type ButtonLook, buttonStyle } from "./button-style";
import { Link } from "./link";
import { LinkOnItsWay } from "./on-its-way";

export interface LinkButtonProps
  extends Omit<ComponentProps<typeof Link>, "className">,
    ButtonLook {}

/** A link that looks like a button: for going somewhere, and for downloads (`download`). */
export function LinkButton({
  variant,
  size,
  isIcon,
  className,
  children,
  ...props
}: LinkButtonProps) {
  return (
    <Link
      {...props}
      // A download is not a page: fetching it ahead would run the export.
      prefetch={props.download === undefined ? props.prefetch : false}
      className={buttonStyle({ variant, size, isIcon, className })}
    >
      {children}
      <LinkOnItsWay />
    </Link>
  );
}
