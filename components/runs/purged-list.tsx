import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment } from "@/components/ui/moment";

/** What stands in the place of a list whose rows are not kept any more. */
export function PurgedList({ purgedAt }: { purgedAt: string }) {
  return (
    <Card>
      <EmptyState title="Deleted">
        <p>
          These rows were deleted on <Moment iso={purgedAt} show="date" />. They can’t be brought
          back, or exported.
        </p>
      </EmptyState>
    </Card>
  );
}
