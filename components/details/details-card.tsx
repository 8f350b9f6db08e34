"use client";

import { useQuery } from "@tanstack/react-query";
import { Card } from "@/components/ui/card";
import { errorMessage } from "@/components/ui/error-message";
import { FormError } from "@/components/ui/form-error";
import { detailProgressQuery, operatorsQuery } from "@/lib/api/queries";
import { isLive } from "@/lib/api/run-status";
import type { RunView } from "@/lib/api/runs";
import { formatNumber, plural } from "@/lib/format";
import { DetailsFigures } from "./details-figures";
import { LookUpDetails } from "./look-up-details";
import { OperatorsTable } from "./operators-table";
import { isUnfinished, passResult } from "./pass-words";

/** Number details in the overview of a run: what is known, what it cost, the way to more. */
export function DetailsCard({ run, canSteer }: { run: RunView; canSteer: boolean }) {
  const { data: progress } = useQuery(detailProgressQuery(run.id));
  const pass = progress?.pass ?? null;
  const { data: known, error } = useQuery({
    ...operatorsQuery(run.id, isLive(pass?.status)),
    enabled: pass !== null,
  });
  if (!progress || (!pass && !canSteer)) return null;
  return (
    <Card
      title="Number details"
      description={
        pass
          ? "Country, operators, MCC and MNC, porting: from Kaleyra’s number lookup"
          : "Operators, MCC and MNC, porting: a lookup apart from RCS. You see its price before it starts."
      }
      actions={
        canSteer && (
          <LookUpDetails
            run={run}
            choice={{ segment: "rcs", filter: {} }}
            isDisabled={isUnfinished(pass)}
          >
            {pass ? "Look up more" : "Look up number details"}
          </LookUpDetails>
        )
      }
      isFlush={!pass}
    >
      {pass ? (
        <div className="flex flex-col gap-5">
          {known && known.numbers > 0 && (
            <>
              <p className="text-ink text-lg">
                {plural(known.numbers, "number")} known, {formatNumber(known.ported)} of them
                ported, {formatNumber(known.roaming)} roaming.
              </p>
              <OperatorsTable {...known} />
            </>
          )}
          {!isUnfinished(pass) && pass.states.ready < pass.progress.total && (
            <p className="text-soft">Last lookup: {passResult(pass)}</p>
          )}
          <DetailsFigures total={progress.total} currency={pass.currency} />
          <FormError message={error ? errorMessage(error) : null} />
        </div>
      ) : null}
    </Card>
  );
}
