"use client";

import { Checkbox } from "@/components/ui/checkbox";
import { NumberField, type NumberFieldProps } from "@/components/ui/number-field";
import { Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import type { NewAccount } from "@/lib/api/accounts";
import { MAX_CALLS_AT_ONCE } from "@/lib/api/values";
import { PODS } from "@/lib/kaleyra/pods";
import { OTHER_REGION } from "./regions";

/** The settings of an account, as its forms hold them. */
export type AccountSettings = Required<Omit<NewAccount, "sid" | "apiKey" | "retentionDays">>;

export interface AccountFieldsProps {
  value: AccountSettings;
  /** Only what changed: two fields can change at once, when one is left by a press on the other. */
  onChange: (change: Partial<AccountSettings>) => void;
  /** The region that is shown; `OTHER_REGION` opens the fields for hosts. */
  region: string;
  onRegionChange: (region: string) => void;
}

const regions = [
  ...PODS.map(({ id, name, rcsHost }) => ({ id, label: name, note: rcsHost })),
  {
    id: OTHER_REGION,
    label: "Another host",
    note: "Typed by hand, under kaleyra.io or kaleyra.ai",
  },
];

/** Where Kaleyra is called for an account. */
export function HostFields({ value, onChange, region, onRegionChange }: AccountFieldsProps) {
  function choose(id: string) {
    onRegionChange(id);
    const pod = PODS.find((one) => one.id === id);
    if (pod) onChange({ rcsHost: pod.rcsHost, apiHost: pod.apiHost });
  }
  return (
    <>
      <Select
        label="Region"
        description="The region of your Kaleyra account. RCS lookups are documented for North America; ask Kaleyra about the others."
        choices={regions}
        value={region}
        onChange={choose}
      />
      {region !== OTHER_REGION && (
        <p className="-mt-2 text-muted text-sm">
          RCS lookups go to {value.rcsHost}, number lookups to {value.apiHost}.
        </p>
      )}
      {region === OTHER_REGION && (
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            label="Host of RCS lookups"
            name="rcsHost"
            description="Such as rcs-api.na.kaleyra.io"
            value={value.rcsHost}
            onChange={(rcsHost) => onChange({ rcsHost })}
            autoComplete="off"
          />
          <TextField
            label="Host of number lookups"
            name="apiHost"
            description="Such as api.kaleyra.io"
            value={value.apiHost}
            onChange={(apiHost) => onChange({ apiHost })}
            autoComplete="off"
          />
        </div>
      )}
    </>
  );
}

/** What a lookup costs and how fast Kaleyra may be asked. */
export function LimitFields({ value, onChange }: Pick<AccountFieldsProps, "value" | "onChange">) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-[1fr_1fr_7rem]">
        <PriceField
          label="Price per RCS lookup"
          name="pricePerLookup"
          description="From your contract. Used for estimates only; Kaleyra's bill is what counts."
          value={value.pricePerLookup}
          onChange={(price) => onChange({ pricePerLookup: price })}
        />
        <PriceField
          label="Price per number lookup"
          name="pricePerDetail"
          description="For the details of one number: operator, MCC and MNC, porting. Billed separately from RCS lookups."
          value={value.pricePerDetail}
          onChange={(price) => onChange({ pricePerDetail: price })}
        />
        <TextField
          label="Currency"
          name="currency"
          value={value.currency}
          onChange={(text) => onChange({ currency: text.trim().toUpperCase() })}
          maxLength={3}
          autoComplete="off"
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberField
          label="Calls per second"
          name="callsPerSecond"
          description="Across all runs and checks of the account."
          value={value.callsPerSecond}
          onChange={(calls) => onChange({ callsPerSecond: calls })}
          minValue={1}
          maxValue={1000}
        />
        <NumberField
          label="Calls at once"
          name="callsAtOnce"
          description="How many may be waiting for an answer: of RCS lookups, and of number details."
          value={value.callsAtOnce}
          onChange={(calls) => onChange({ callsAtOnce: calls })}
          minValue={1}
          maxValue={MAX_CALLS_AT_ONCE}
        />
      </div>
      <Checkbox
        name="oneCountryPerBatch"
        isSelected={value.oneCountryPerBatch}
        onChange={(oneCountryPerBatch) => onChange({ oneCountryPerBatch })}
        description="For accounts whose bulk lookups fail or refuse lists of mixed countries. A country with fewer than 100 numbers is then looked up one by one: more calls, the same number of lookups."
      >
        One country per batch
      </Checkbox>
    </>
  );
}

function PriceField(props: NumberFieldProps) {
  return (
    <NumberField
      {...props}
      minValue={0}
      maxValue={1000}
      formatOptions={{ maximumFractionDigits: 6 }}
      hasSteps={false}
    />
  );
}
