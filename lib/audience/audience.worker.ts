import { AudienceSession } from "./audience-session";
import { type HelperWorker, helperCount, PieceHelpers } from "./piece-helpers";
import type { AudienceAnswer, AudienceRequest } from "./protocol";
import { warmUp } from "./warm-up";
import { warmUpJoin } from "./warm-up-scan";

function startHelper(): HelperWorker {
  return new Worker(new URL("./helper.worker.ts", import.meta.url), { type: "module" });
}

const helpers = new PieceHelpers(startHelper, helperCount(navigator.hardwareConcurrency));
const session = new AudienceSession((answer: AudienceAnswer) => self.postMessage(answer), helpers);

self.addEventListener("message", (event: MessageEvent<AudienceRequest>) => {
  void session.handle(event.data);
});

try {
  warmUp();
  warmUpJoin();
} catch {
  // What fails here fails again for the first file, whose answer tells of it.
}
helpers.prepare();
