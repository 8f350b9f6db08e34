"use client";

import { hashKey, type MutationFilters, useMutation, useQueryClient } from "@tanstack/react-query";
import { callApi } from "@/lib/api/client";
import { quickDetailsQuery } from "@/lib/api/queries";

/** A number and the account that pays for what is asked about it. */
export interface Subject {
  accountId: string;
  /** E.164. */
  number: string;
}

const mutationKey = ["lookups", "details"];

/** The requests for the details of one number, whoever made them. */
export function requestsFor(subject: Subject): MutationFilters {
  return {
    mutationKey,
    predicate: ({ state }) => hashKey([state.variables]) === hashKey([subject]),
  };
}

/**
 * Requests number details, which may be billed. What is under way, known or only to be fetched is
 * not requested again. Whatever it brings, the lookup id above all, is kept for the visit.
 */
export function useRequestDetails() {
  const client = useQueryClient();
  const keyOf = ({ accountId, number }: Subject) => quickDetailsQuery(accountId, number).queryKey;
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ accountId, number }: Subject) =>
      callApi("lookupDetails", { body: { accountId, number } }),
    // Also when the page has gone on to another number by then.
    onSuccess: (answer, subject) =>
      client.setQueryData(keyOf(subject), { answer, billing: answer.billing, fetches: 0 }),
    gcTime: Number.POSITIVE_INFINITY,
  });
  return (subject: Subject) => {
    const state = client.getQueryData(keyOf(subject))?.answer.state;
    if (state === "ready" || state === "not_ready") return;
    if (client.isMutating(requestsFor(subject)) === 0) mutate(subject);
  };
}
