import { priceNote } from "@/components/accounts/price-note";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { SuccessIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { TextLink } from "@/components/ui/text-link";
import type { AccountView } from "@/lib/api/accounts";

/** The accounts that lookups can be made with. */
export function AccountsCard({ accounts }: { accounts: readonly AccountView[] }) {
  const hasReal = accounts.some((account) => !account.isSandbox);
  return (
    <Card title="Accounts" actions={<TextLink href="/accounts/new">Add</TextLink>} isFlush>
      <ul className="divide-y divide-line border-line border-t">
        {accounts.map((account) => (
          <li key={account.id}>
            <Link
              href={`/accounts/${account.id}`}
              className="flex items-center gap-3 px-5 py-3 -outline-offset-2 transition-colors hover:bg-hover/60"
            >
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium text-ink">{account.name}</span>
                <span className="block truncate text-muted text-sm">{priceNote(account)}</span>
              </span>
              {account.isSandbox && <Badge icon={SuccessIcon}>Ready</Badge>}
            </Link>
          </li>
        ))}
      </ul>
      {!hasReal && (
        <p className="border-line border-t px-5 py-3 text-muted text-sm">
          For real answers, <TextLink href="/accounts/new">connect your Kaleyra account</TextLink>.
        </p>
      )}
    </Card>
  );
}
