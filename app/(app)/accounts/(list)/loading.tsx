import { PageHeader } from "@/components/ui/page-header";
import { SkeletonRows } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader
        title="Accounts"
        description="Lookups are made through a Kaleyra account and billed to it."
      />
      <SkeletonRows rows={3} label="Loading the accounts" />
    </>
  );
}
