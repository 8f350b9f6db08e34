import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-label="Loading the account">
      <Skeleton className="mb-3 h-4 w-20" />
      <Skeleton className="mb-8 h-8 w-64" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_19rem]">
        <Card>
          <Skeleton className="h-48" />
        </Card>
        <Card>
          <Skeleton className="h-48" />
        </Card>
      </div>
    </div>
  );
}
