"use client";

import { useQueryClient } from "@tanstack/react-query";
import { z } from "zod";
import { useFormAction } from "@/components/ui/use-form-action";
import { callApi } from "@/lib/api/client";
import { lookupNumber } from "@/lib/api/lookup";
import { lookupHistoryQuery } from "@/lib/api/queries";
import { type Subject, useRequestDetails } from "./use-request-details";

const quickCheck = lookupNumber.body.extend({ what: z.enum(["rcs", "details"]) });

export type QuickCheckAction = ReturnType<typeof useQuickCheck>;

/** Asks about the number that was typed, by an RCS check or for its details alone. */
export function useQuickCheck() {
  const client = useQueryClient();
  const requestDetails = useRequestDetails();
  return useFormAction({
    schema: quickCheck,
    send: async ({ what, ...body }): Promise<Subject> => {
      const { accountId } = body;
      if (what === "details") {
        // However it is spelled, details that are known are found. Numbering plans weigh much:
        // only who asks waits for them.
        const { readNumber } = await import("@/lib/lookups/read-number");
        return { accountId, number: readNumber(body.number, body.country).e164 };
      }
      const answer = await callApi("lookupNumber", { body });
      client.setQueryData(lookupHistoryQuery().queryKey, (before = []) => [
        { ...answer, accountId },
        ...before,
      ]);
      return { accountId, number: answer.number };
    },
    onDone: (subject, { what }) => {
      if (what === "details") requestDetails(subject);
    },
  });
}
