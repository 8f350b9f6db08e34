import { Card } from "./card";
import { ErrorState } from "./error-state";
import { SkeletonRows } from "./skeleton";

export interface UnreadProps {
  /** What `useQuery` or `useInfiniteQuery` gave. */
  query: {
    data: unknown;
    isPending: boolean;
    isFetching: boolean;
    error: unknown;
    refetch: () => unknown;
  };
  /** What is read: "the contacts". */
  what: string;
  /** How many rows to keep the place of. */
  rows: number;
}

/** In the place of a list that is being read, or could not be; nothing once there is one. */
export function Unread({ query, what, rows }: UnreadProps) {
  if (query.data !== undefined) return null;
  if (query.isPending) return <SkeletonRows rows={rows} label={`Loading ${what}`} />;
  return (
    <Card>
      <ErrorState
        title={`${what.charAt(0).toUpperCase()}${what.slice(1)} could not be loaded`}
        error={query.error}
        onRetry={() => query.refetch()}
        isRetrying={query.isFetching}
      />
    </Card>
  );
}
