"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { callApi } from "@/lib/api/client";
import { quickDetailsQuery } from "@/lib/api/queries";

/**
 * The number details of one number in this visit. `request` may be billed; whatever it brings, the
 * lookup id above all, is kept for the visit, so that it need not be paid for again.
 */
export function useQuickDetails(accountId: string, number: string) {
  const client = useQueryClient();
  const options = quickDetailsQuery(accountId, number);
  const details = useQuery(options);
  // State would be too slow here: two presses can come before the next render.
  const isUnderWay = useRef(false);
  const request = useMutation({
    mutationFn: () => callApi("lookupDetails", { body: { accountId, number } }),
    // Also when the page has gone on to another number by then.
    onSuccess: (answer) =>
      client.setQueryData(options.queryKey, { answer, billing: answer.billing, fetches: 0 }),
    onSettled: () => {
      isUnderWay.current = false;
    },
  });
  return {
    known: details.data,
    request: () => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      request.mutate();
    },
    isRequesting: request.isPending,
    requestError: request.error,
    fetchAgain: () => details.refetch(),
    isFetching: details.isFetching,
    fetchError: details.error,
  };
}
