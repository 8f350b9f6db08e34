import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader
        title="Quick check"
        description="Ask Kaleyra about one number and get the answer right away."
      />
      <div role="status" aria-label="Loading the form" className="grid gap-6 lg:grid-cols-2">
        <Card>
          <Skeleton className="h-80" />
        </Card>
      </div>
    </>
  );
}
