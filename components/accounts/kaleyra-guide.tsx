import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { type Icon, KeyIcon, SignalIcon, WarningIcon } from "@/components/ui/icons";

/** What Kaleyra requires first, and where SID and key are found. Source: the prerequisites of Kaleyra's lookup documents. */
export function KaleyraGuide() {
  return (
    <Card title="Before you begin">
      <div className="flex flex-col gap-6">
        <Hint icon={SignalIcon} title="What Kaleyra requires first">
          <ol className="flex list-decimal flex-col gap-1.5 pl-4">
            <li>
              Finish the identity check (KYC). A new Kaleyra account is on trial and can do little
              before that.
            </li>
            <li>
              Ask your local Kaleyra representative to configure the RCS channel. Until then, every
              lookup is refused with “RCS Channel is not enabled”.
            </li>
            <li>Create an API key in the Kaleyra console.</li>
          </ol>
        </Hint>
        <Hint icon={KeyIcon} title="Where to find the SID and key">
          <p>
            Both are in the Kaleyra console, where API keys are created: the SID comes with the key.
            Kaleyra’s help covers them under “View API Key and SID”.
          </p>
        </Hint>
        <Hint icon={WarningIcon} title="When a key is refused later">
          <ul className="flex list-disc flex-col gap-1.5 pl-4">
            <li>
              A key can be limited to certain IP addresses: the address of this server must be among
              them.
            </li>
            <li>
              A key stops working when the team member who created it is removed: use one that
              belongs to someone who stays.
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
