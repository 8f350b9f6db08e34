import { useMutation, useQueryClient } from "@tanstack/react-query";
import { peopleQuery } from "@/lib/api/queries";

/** A deed that changes who belongs to an account; the list is read anew after it. */
export function usePeopleStep<Answer>(accountId: string, deed: () => Promise<Answer>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: deed,
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery(accountId).queryKey }),
  });
}
