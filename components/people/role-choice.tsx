import { Radio, RadioGroup } from "@/components/ui/radio-group";
import type { RoleName } from "@/lib/api/common";
import { ROLE_WORDS } from "./role-words";

/** One of the roles. */
export function RoleChoice(props: { value: RoleName; onChange: (role: RoleName) => void }) {
  return (
    <RadioGroup
      label="Role"
      value={props.value}
      onChange={(value) => {
        const chosen = ROLE_WORDS.find(({ id }) => id === value);
        if (chosen) props.onChange(chosen.id);
      }}
    >
      {ROLE_WORDS.map(({ id, label, note }) => (
        <Radio key={id} value={id} description={note}>
          {label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
