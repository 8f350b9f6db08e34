import { DescriptionList } from "@/components/ui/description-list";
import { TextLink } from "@/components/ui/text-link";
import type { AccountView } from "@/lib/api/accounts";
import { formatMoney, formatNumber } from "@/lib/format";
import { describePlan, planCalls } from "@/lib/lookups/plan";

/** The calls that the numbers need, and what they may cost, before anything is spent. */
export function PlanSummary({ account, contacts }: { account: AccountView; contacts: number }) {
  return (
    <DescriptionList
      facts={[
        { term: "Lookups", value: formatNumber(contacts) },
        { term: "Calls to Kaleyra", value: describePlan(planCalls(contacts)) },
        { term: "Estimated cost", value: <Cost account={account} contacts={contacts} /> },
      ]}
    />
  );
}

function Cost({ account, contacts }: { account: AccountView; contacts: number }) {
  if (account.pricePerLookup === 0) {
    return (
      <>
        Unknown. <TextLink href={`/accounts/${account.id}`}>Set the price</TextLink>
      </>
    );
  }
  const { pricePerLookup, currency } = account;
  return (
    <>
      {formatMoney(contacts * pricePerLookup, currency)}
      <span className="block font-normal text-muted text-sm">
        at {formatMoney(pricePerLookup, currency)} a lookup
        {account.isSandbox && "; the sandbox bills nothing"}
      </span>
    </>
  );
}
