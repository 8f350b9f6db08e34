import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";

/** Where an owner finds what was done in the account, and with people's numbers. */
export function AccountRecords({ id }: { id: string }) {
  return (
    <Card title="Records">
      <ul className="flex flex-col gap-2">
        <li>
          <TextLink href={`/accounts/${id}/audit`}>Audit trail</TextLink>
        </li>
        <li>
          <TextLink href="/settings/erase">Erase a number</TextLink>
        </li>
      </ul>
    </Card>
  );
}
