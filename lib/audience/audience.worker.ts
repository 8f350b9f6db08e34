import { AudienceSession } from "./audience-session";
import type { AudienceAnswer, AudienceRequest } from "./protocol";
import { warmUp } from "./warm-up";

const session = new AudienceSession((answer: AudienceAnswer) => self.postMessage(answer));

self.addEventListener("message", (event: MessageEvent<AudienceRequest>) => {
  void session.handle(event.data);
});

try {
  warmUp();
} catch {
  // What fails here fails again for the first file, whose answer tells of it.
}
