import { Skeleton } from "@/components/ui/skeleton";

export default function NewRunLoading() {
  return (
    <div role="status" aria-label="Loading">
      <div className="mb-6 flex h-15.5 flex-col gap-2">
        <Skeleton className="h-5 w-12" />
        <Skeleton className="h-8 w-64" />
      </div>
      <Skeleton className="mb-6 h-8 w-96 max-w-full" />
      <Skeleton className="mb-5 h-13 w-80 max-w-full" />
      <Skeleton className="h-[min(24rem,50vh)] rounded-xl" />
    </div>
  );
}
