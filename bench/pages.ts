import { withInstallation } from "@/scripts/installation";
import { measureViews } from "./measure-views";
import type { Row } from "./report";

/** What the pages send, whether they jump, and how soon they answer the hand. */
export async function benchPages(): Promise<Row[]> {
  const views = await withInstallation(({ openPage }) => measureViews(openPage));
  const { milliseconds, what } = views.interaction;
  return [
    {
      goal: "c",
      measured: "JavaScript for the first view of a finished run's page, compressed",
      ours: `${Math.round(views.scriptBytes / 1000)} kB`,
      beside: "",
      ratio: "",
      wanted: "at most 250 kB",
      met: views.scriptBytes <= 250_000,
    },
    {
      goal: "d",
      measured: "largest layout shift of the first view of any page, 1440 and 390 pixels wide",
      ours: `${views.layoutShift.toFixed(3)} (${views.worst})`,
      beside: "",
      ratio: "",
      wanted: "under 0.02",
      met: views.layoutShift < 0.02,
    },
    {
      goal: "e",
      measured: "slowest answer to a click or a key on the pages, to the next frame",
      ours: `${Math.round(milliseconds)} ms (${what})`,
      beside: "",
      ratio: "",
      wanted: "at most 100 ms",
      met: milliseconds <= 100,
    },
  ];
}
