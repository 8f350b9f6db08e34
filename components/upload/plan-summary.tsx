import { DescriptionList } from "@/components/ui/description-list";
import { SandboxBadge } from "@/components/ui/sandbox-badge";
import { TextLink } from "@/components/ui/text-link";
import type { AccountView } from "@/lib/api/accounts";
import type { CountryCount } from "@/lib/audience/protocol";
import { formatNumber } from "@/lib/format";
import { describePlan, planCountries } from "@/lib/lookups/plan";
import { estimateOf } from "./estimate";

/** The calls that the numbers need, and who may be charged what, before anything is spent. */
export function PlanSummary({
  account,
  contacts,
  countries,
}: {
  account: AccountView;
  contacts: number;
  /** The contacts by country. */
  countries: readonly CountryCount[];
}) {
  const estimate = estimateOf(account, contacts);
  return (
    <DescriptionList
      facts={[
        { term: "Lookups", value: formatNumber(contacts) },
        { term: "Calls to Kaleyra", value: describePlan(planCountries(countries, account)) },
        account.isSandbox
          ? {
              term: "Account",
              value: (
                <span className="inline-flex flex-wrap items-center justify-end gap-2">
                  {account.name} <SandboxBadge />
                </span>
              ),
            }
          : { term: "Charged to", value: account.name },
        {
          term: "Estimated cost",
          value: (
            <>
              {estimate.value}
              {estimate.isUnknown && (
                <>
                  . <TextLink href={`/accounts/${account.id}`}>Set the price</TextLink>
                </>
              )}
              <span className="block font-normal text-muted text-sm">{estimate.note}</span>
            </>
          ),
        },
      ]}
    />
  );
}
