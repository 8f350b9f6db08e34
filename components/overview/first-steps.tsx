import {
  ArrowRightIcon,
  type Icon,
  SignalIcon,
  SuccessIcon,
  UploadIcon,
} from "@/components/ui/icons";
import { LinkButton } from "@/components/ui/link-button";
import { ReachDots } from "./reach-dots";

const steps: { icon: Icon; title: string; text: string }[] = [
  {
    icon: UploadIcon,
    title: "Drop in your list",
    text: "A CSV or Excel file, such as from your CRM. It is cleaned in your browser: bad numbers and duplicates are shown before anything is sent.",
  },
  {
    icon: SuccessIcon,
    title: "See the plan and its cost",
    text: "How many numbers are usable, how many calls they need, what that may cost. Nothing is spent before you press start.",
  },
  {
    icon: SignalIcon,
    title: "Export the reachable segment",
    text: "Each number is looked up once. You get the share that can receive RCS, by carrier and country, and the lists to download.",
  },
];

/** The overview before the first run: what will happen, and the one thing to do. */
export function FirstSteps({
  canStart,
  hasSandbox,
}: {
  /** Else the reader may look on only. */
  canStart: boolean;
  hasSandbox: boolean;
}) {
  return (
    <section className="overflow-hidden rounded-xl border border-line bg-surface shadow-sm">
      <div className="flex justify-between gap-10 border-line border-b">
        <div className="flex flex-col items-start gap-5 px-6 py-8 sm:px-8 sm:py-10">
          <div>
            <h2 className="font-semibold text-2xl text-ink sm:text-3xl">
              Which of your contacts can receive RCS?
            </h2>
            <p className="mt-2 text-lg text-muted">
              Upload an audience and find out in a few minutes.
            </p>
          </div>
          {canStart ? (
            <LinkButton href="/runs/new" variant="primary" size="lg">
              Check an audience
              <ArrowRightIcon />
            </LinkButton>
          ) : (
            <p className="text-soft">As a viewer you see results here once there are some.</p>
          )}
          {canStart && hasSandbox && (
            <p className="max-w-xl text-muted">
              You can try it at once with the account{" "}
              <strong className="font-medium text-ink">Kaleyra sandbox</strong>. It runs on this
              server, costs nothing and makes its answers up, so nothing here is about real people
              yet.
            </p>
          )}
        </div>
        <ReachDots className="hidden shrink-0 self-stretch md:block" />
      </div>
      <ol className="grid divide-line max-md:divide-y md:grid-cols-3 md:divide-x">
        {steps.map(({ icon: Icon, title, text }, index) => (
          <li key={title} className="flex flex-col gap-2 px-6 py-6 sm:px-8">
            <span className="flex items-center gap-2.5 text-muted">
              <Icon />
              <span className="text-sm tabular-nums">Step {index + 1}</span>
            </span>
            <h3 className="font-semibold text-ink text-lg">{title}</h3>
            <p className="text-soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
