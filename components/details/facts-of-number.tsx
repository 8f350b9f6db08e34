import { DescriptionList } from "@/components/ui/description-list";
import type { NumberFacts } from "@/lib/api/number-details";
import { detailFacts, otherFields } from "./detail-facts";

/** All facts of a number lookup, also those that no document names. */
export function FactsOfNumber({ facts }: { facts: NumberFacts }) {
  const others = otherFields(facts.other);
  return (
    <div>
      <DescriptionList facts={detailFacts(facts)} />
      {others.length > 0 && (
        <div className="mt-2 border-line border-t pt-3">
          <h3 className="font-medium text-ink">Further fields, as Kaleyra sent them</h3>
          <DescriptionList facts={others} />
        </div>
      )}
    </div>
  );
}
