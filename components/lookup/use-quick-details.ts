"use client";

import { useMutationState, useQuery } from "@tanstack/react-query";
import { quickDetailsQuery } from "@/lib/api/queries";
import { requestsFor, type Subject, useRequestDetails } from "./use-request-details";

/** The number details of one number in this visit. `request` may be billed, `fetchAgain` is free. */
export function useQuickDetails(subject: Subject) {
  const details = useQuery(quickDetailsQuery(subject.accountId, subject.number));
  const request = useRequestDetails();
  const last = useMutationState({ filters: requestsFor(subject) }).at(-1);
  return {
    known: details.data,
    request: () => request(subject),
    isRequesting: last?.status === "pending",
    requestError: last?.error ?? null,
    fetchAgain: () => details.refetch(),
    isFetching: details.isFetching,
    fetchError: details.error,
  };
}
