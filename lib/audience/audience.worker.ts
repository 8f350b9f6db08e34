import { AudienceSession } from "./audience-session";
import { type HelperWorker, helperCount, PieceHelpers } from "./piece-helpers";
import type { AudienceAnswer, AudienceMessage } from "./protocol";
import { warmUp } from "./warm-up";
import { warmUpJoin } from "./warm-up-scan";

function startHelper(): HelperWorker {
  return new Worker(new URL("./helper.worker.ts", import.meta.url), { type: "module" });
}

const helpers = new PieceHelpers(startHelper, helperCount(navigator.hardwareConcurrency));
const session = new AudienceSession((answer: AudienceAnswer) => self.postMessage(answer), helpers);

let expectsFile = false;

/** Makes ready what a large file needs. */
function expectFile(): void {
  if (expectsFile) return;
  expectsFile = true;
  helpers.prepare();
  // What fails here fails again for the first large file, whose answer tells of it.
  warmUpJoin().catch(() => undefined);
}

self.addEventListener("message", ({ data }: MessageEvent<AudienceMessage>) => {
  if (data.type === "expect") expectFile();
  else void session.handle(data);
});

try {
  warmUp();
} catch {
  // And what fails here, for the first file of any size.
}
