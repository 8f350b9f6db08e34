import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import type { RunView } from "@/lib/api/runs";

const DAY_MS = 24 * 3600_000;
/** So many days before a run's contacts go, its page says so. */
const WARNING_DAYS = 14;

/** Whether the end of a run's contacts is near. */
export function isPurgedSoon({ purgesAt }: Pick<RunView, "purgesAt">, now = Date.now()): boolean {
  return purgesAt !== null && Date.parse(purgesAt) - now < WARNING_DAYS * DAY_MS;
}

/** That a run's contacts are gone, or will be soon. */
export function PurgeNotice({ run }: { run: RunView }) {
  if (run.purgedAt) {
    return (
      <Notice title="The contacts of this run were deleted">
        <p>
          On <Moment iso={run.purgedAt} show="date" />. Counts and charts remain; lists, exports and
          number details are gone.
        </p>
      </Notice>
    );
  }
  if (!run.purgesAt || !isPurgedSoon(run)) return null;
  return (
    <Notice tone="warning" title="The contacts of this run will be deleted soon">
      <p>
        On <Moment iso={run.purgesAt} show="date" />, as the account is set. Export what you need
        until then; counts and charts remain.
      </p>
    </Notice>
  );
}
