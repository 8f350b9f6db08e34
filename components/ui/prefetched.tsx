import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

export interface PrefetchedProps {
  /** Key of `lib/api/queries` with what the server's verb answered. */
  data: readonly (readonly [key: QueryKey, answer: unknown])[];
  children: ReactNode;
}

/** Hands what the server page has read to the queries of the browser, so that they start full. */
export function Prefetched({ data, children }: PrefetchedProps) {
  const client = new QueryClient();
  for (const [key, answer] of data) client.setQueryData(key, answer);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
