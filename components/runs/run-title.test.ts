import { expect, it } from "vitest";
import type { RunView } from "@/lib/api/runs";
import { runTitle } from "./run-title";

const run = (status: RunView["status"], done: number): Parameters<typeof runTitle>[0] => ({
  name: "Spring list",
  status,
  progress: { done, total: 4764, perSecond: null, secondsLeft: null },
});

it.each([
  ["running", 2001, "42% · Spring list · RCS Reach"],
  ["running", 4763, "99% · Spring list · RCS Reach"],
  ["queued", 0, "0% · Spring list · RCS Reach"],
  ["paused", 2001, "Paused · Spring list · RCS Reach"],
  ["done", 4764, "Spring list · RCS Reach"],
] as const)("tells a %s run with %i numbers done", (status, done, title) => {
  expect(runTitle(run(status, done))).toBe(title);
});
