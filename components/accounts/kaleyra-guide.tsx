import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { type Icon, KeyIcon, SignalIcon, WarningIcon } from "@/components/ui/icons";

/** What Kaleyra asks for first, and where SID and key are found. Source: the prerequisites of Kaleyra's lookup documents. */
export function KaleyraGuide() {
  return (
    <Card title="Before you begin">
      <div className="flex flex-col gap-6">
        <Hint icon={SignalIcon} title="What Kaleyra asks for first">
          <ol className="flex list-decimal flex-col gap-1.5 pl-4">
            <li>
              Finish the identity check (KYC). A new Kaleyra account is on trial and can do little
              before that.
            </li>
            <li>
              Have the RCS channel configured by your local Kaleyra representative. Until then every
              lookup is refused with “RCS Channel is not enabled”.
            </li>
            <li>Create an API key in the Kaleyra console.</li>
          </ol>
        </Hint>
        <Hint icon={KeyIcon} title="Where SID and key are found">
          <p>
            Both stand in the Kaleyra console where API keys are made: the SID is made together with
            the key. Kaleyra’s help has them under “View API Key and SID”.
          </p>
        </Hint>
        <Hint icon={WarningIcon} title="When a key is refused later">
          <ul className="flex list-disc flex-col gap-1.5 pl-4">
            <li>
              A key can be limited to certain IP addresses: the address of this server must be among
              them.
            </li>
            <li>
              A key dies when the team member who made it is removed: use one that belongs to
              somebody who stays.
            </li>
          </ul>
        </Hint>
      </div>
    </Card>
  );
}

function Hint({ icon: Icon, title, children }: { icon: Icon; title: string; children: ReactNode }) {
  return (
    <div className="flex gap-3">
      <Icon className="mt-0.5 size-5 shrink-0 text-muted" />
      <div className="min-w-0 text-soft">
        <h3 className="mb-1 font-medium text-ink">{title}</h3>
        {children}
      </div>
    </div>
  );
}
