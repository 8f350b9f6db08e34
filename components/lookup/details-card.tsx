"use client";

import { oneDetailNote } from "@/components/accounts/price-note";
import { FactsOfNumber } from "@/components/details/facts-of-number";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { RetryIcon } from "@/components/ui/icons";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { AccountView } from "@/lib/api/accounts";
import { ApiError } from "@/lib/api/client";
import { detailsBilling, detailsMessage } from "./details-words";
import { useQuickDetails } from "./use-quick-details";

export interface DetailsCardProps {
  account: AccountView;
  /** E.164. */
  number: string;
  /** No answer above it names the number. */
  isAlone: boolean;
}

/** The details of one number: asked for at a press, then fetched. */
export function DetailsCard({ account, number, isAlone }: DetailsCardProps) {
  const details = useQuickDetails({ accountId: account.id, number });
  const { known, isRequesting, isFetching } = details;
  const message = known && detailsMessage(known.answer);
  const isReady = known?.answer.state === "ready";
  const canFetch = known?.answer.state === "not_ready";
  return (
    <Card title="Number details" description={isAlone ? number : undefined}>
      <div aria-busy={isRequesting} className="flex flex-col gap-3">
        {known?.answer.details && <FactsOfNumber facts={known.answer.details} />}
        {message && !isRequesting && (
          <Notice tone={canFetch ? "info" : "warning"} title={message.title}>
            <p>{message.detail}</p>
          </Notice>
        )}
        {!known && (
          <p className="text-soft">
            Country, current and original operator, MCC and MNC, whether the number was ported.
          </p>
        )}
        {known && (
          <p className="text-muted text-sm">
            {detailsBilling(known.billing, account.isSandbox)}{" "}
            {known.fetches > 0 && `Fetched again ${times(known.fetches)}, for free. `}
            Last answer at <Moment iso={known.answer.checkedAt} show="time" />.
          </p>
        )}
        <FormError message={details.requestError && requestTrouble(details.requestError)} />
        <FormError
          message={canFetch && details.fetchError ? errorMessage(details.fetchError) : null}
        />
        {canFetch && (
          <div>
            <Button onPress={details.fetchAgain} isPending={isFetching}>
              <RetryIcon />
              Fetch again (free)
            </Button>
          </div>
        )}
        {!isReady && !canFetch && (
          <div className="flex flex-col gap-2">
            <Button className="self-start" onPress={details.request} isPending={isRequesting}>
              {known ? "Look up number details again" : "Look up number details"}
            </Button>
            <p className="text-muted text-sm">
              {isRequesting
                ? "Asking Kaleyra. This may take a few seconds."
                : oneDetailNote(account)}
            </p>
          </div>
        )}
      </div>
    </Card>
  );
}

const times = (count: number) => (count === 1 ? "once" : `${count} times`);

/** Of a request whose answer never came, nobody can say here whether Kaleyra was asked. */
function requestTrouble(error: unknown): string {
  const isRefused = error instanceof ApiError && error.problem.status >= 400;
  const isUnsure = !isRefused || (error instanceof ApiError && error.problem.status === 500);
  return isUnsure
    ? `${errorMessage(error)} If Kaleyra was asked before that, it may have been billed.`
    : errorMessage(error);
}
