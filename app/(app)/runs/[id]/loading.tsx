import { Skeleton } from "@/components/ui/skeleton";

export default function RunLoading() {
  return (
    <div role="status" aria-label="Loading the run">
      <div className="mb-6 flex h-22.5 flex-col gap-2">
        <Skeleton className="h-5 w-12" />
        <Skeleton className="h-8 w-64" />
        <Skeleton className="h-5 w-80" />
      </div>
      <div className="flex flex-col gap-5">
        <Skeleton className="h-46 rounded-lg" />
        <Skeleton className="h-10" />
        <Skeleton className="h-31 rounded-lg" />
        <div className="grid gap-5 lg:grid-cols-2">
          <Skeleton className="h-80 rounded-lg" />
          <Skeleton className="h-80 rounded-lg" />
        </div>
      </div>
    </div>
  );
}
