"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";
import { useAtRest } from "./use-at-rest";

/**
 * A link of the router. What may be asked for next is not fetched ahead before what was asked for
 * is at rest: a page has ten links in sight, and the server as many answers to give before its own.
 */
export function Link({ prefetch, ...props }: ComponentProps<typeof NextLink>) {
  const isAtRest = useAtRest();
  return <NextLink {...props} prefetch={isAtRest ? prefetch : false} />;
}
