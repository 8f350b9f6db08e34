import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { type PlainColumn, PlainTable } from "@/components/ui/plain-table";
import type { TokenView } from "@/lib/api/tokens";
import { tokenState } from "./token-state";

export interface TokensTableProps {
  tokens: readonly TokenView[];
  onRevoke: (token: TokenView) => void;
}

/** The tokens of an account, each with what it is worth now. */
export function TokensTable({ tokens, onRevoke }: TokensTableProps) {
  const columns: PlainColumn<TokenView>[] = [
    {
      id: "name",
      label: "Name",
      isRowHeader: true,
      cell: (token) => (
        <>
          <span className="block font-medium">{token.name}</span>
          <span className="block text-muted text-sm">
            <code>…{token.ending}</code> by {token.madeBy}
          </span>
          {/* What has no column of its own on a phone. */}
          <span className="block text-muted text-sm sm:hidden">
            <RoleOf token={token} /> until <Moment iso={token.expiresAt} show="date" />
          </span>
        </>
      ),
    },
    {
      id: "role",
      label: "Role",
      cell: (token) => <RoleOf token={token} />,
      className: "max-sm:hidden",
    },
    {
      id: "state",
      label: "State",
      cell: (token) => {
        const { tone, word, hint } = tokenState(token, new Date());
        return (
          <Badge tone={tone} title={hint}>
            {word}
          </Badge>
        );
      },
    },
    {
      id: "ends",
      label: "Ends",
      cell: ({ expiresAt }) => <Moment iso={expiresAt} show="date" />,
      className: "max-sm:hidden",
    },
    {
      id: "used",
      label: "Last used",
      cell: ({ lastUsedAt }) => (lastUsedAt ? <Moment iso={lastUsedAt} /> : "Never"),
      className: "max-sm:hidden",
    },
    {
      id: "revoke",
      label: <span className="sr-only">Revoke</span>,
      align: "end",
      // Or the words that are read out alone would widen the page.
      className: "relative",
      cell: (token) =>
        token.worth !== null && (
          <Button size="sm" aria-label={`Revoke ${token.name}`} onPress={() => onRevoke(token)}>
            Revoke
          </Button>
        ),
    },
  ];
  return (
    <PlainTable
      caption="API tokens"
      columns={columns}
      rows={tokens}
      keyOf={({ id }) => id}
      isFramed
    />
  );
}

/** The role of a token; that of its maker where that has become lower. */
function RoleOf({ token: { role, worth } }: { token: TokenView }) {
  return (
    <span className="capitalize">{worth && worth !== role ? `${worth} (was ${role})` : role}</span>
  );
}
