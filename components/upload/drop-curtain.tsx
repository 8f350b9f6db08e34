import { UploadIcon } from "@/components/ui/icons";

/** Over the whole page while a file is dragged: it may be dropped anywhere. */
export function DropCurtain() {
  return (
    <div
      aria-hidden="true"
      className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-canvas/85 p-4 backdrop-blur-xs"
    >
      <div className="grid h-full w-full place-items-center rounded-xl border-2 border-accent border-dashed">
        <p className="flex items-center gap-3 font-semibold text-2xl text-ink">
          <UploadIcon className="size-8 text-accent" />
          Drop to read the list
        </p>
      </div>
    </div>
  );
}
