import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function RunsLoading() {
  return (
    <>
      <div className="mb-6 flex h-15.5 items-start justify-between">
        <Skeleton className="h-8 w-32" />
        <Skeleton className="h-9 w-44" />
      </div>
      <SkeletonRows rows={8} label="Loading the runs" />
    </>
  );
}
