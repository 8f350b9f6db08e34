/** A lookup id that Kaleyra answers with “not found”, in words: it is not the account that is wrong. */
export const LOST_LOOKUP = {
  kind: "not_found",
  title: "Kaleyra no longer knows this lookup",
  detail: "Its details can no longer be fetched. Look the number up again, which may be billed.",
} as const;
