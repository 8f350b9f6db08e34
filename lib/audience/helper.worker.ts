import type { HelperAnswer, HelperRequest } from "./piece-helpers";
import { buffersOf, pieceScanner } from "./read-piece";
import { warmUpScan } from "./warm-up-scan";

const scan = pieceScanner();

function answer(message: HelperAnswer, transfer: ArrayBuffer[] = []): void {
  self.postMessage(message, { transfer });
}

self.addEventListener("message", async ({ data }: MessageEvent<HelperRequest>) => {
  const piece = await scan(data);
  answer({ type: "piece", id: data.id, piece }, buffersOf(piece));
});

try {
  warmUpScan();
} catch {
  // What fails here fails again for the first piece, whose answer tells of it.
}
answer({ type: "ready" });
