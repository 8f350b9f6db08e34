import type { RoleName } from "@/lib/api/common";

/** Each role in words, the highest first. */
export const ROLE_WORDS: readonly { id: RoleName; label: string; note: string }[] = [
  { id: "owner", label: "Owner", note: "Everything, with settings, the API key and people" },
  { id: "analyst", label: "Analyst", note: "Uploads, starts and exports runs" },
  { id: "viewer", label: "Viewer", note: "Sees charts and counts, no numbers" },
];

/** The word for a role. */
export const roleLabel = (role: RoleName) =>
  ROLE_WORDS.find(({ id }) => id === role)?.label ?? role;
