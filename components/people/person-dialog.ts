import type { PersonView } from "@/lib/api/people";

/** What a dialog about a person is given. */
export interface PersonDialogProps {
  accountId: string;
  person: PersonView;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
}
