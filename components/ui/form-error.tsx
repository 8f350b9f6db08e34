import { DangerIcon } from "./icons";

/** What is wrong with a form as a whole, read out as it appears. */
export function FormError({ message }: { message?: string | null }) {
  return (
    <div role="alert" className="empty:hidden">
      {message && (
        <p className="flex gap-2 rounded-md bg-failed-soft px-3 py-2.5 text-base text-failed-ink">
          <DangerIcon className="mt-0.5 size-4.5 shrink-0" />
          <span>{message}</span>
        </p>
      )}
    </div>
  );
}
