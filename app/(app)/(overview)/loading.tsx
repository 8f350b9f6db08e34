import { PageHeader } from "@/components/ui/page-header";
import { Skeleton, SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Overview" />
      <div className="flex flex-col gap-6">
        <Skeleton className="h-28 rounded-lg" />
        <SkeletonRows rows={6} label="Loading the overview" />
      </div>
    </>
  );
}
