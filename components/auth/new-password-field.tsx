import { TextField } from "@/components/ui/text-field";

/** A password that is chosen now. Its name in a form is `password`. */
export function NewPasswordField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean;
}) {
  return (
    <TextField
      {...props}
      name="password"
      type="password"
      autoComplete="new-password"
      description="At least 10 characters."
    />
  );
}
