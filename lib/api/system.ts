import { z } from "zod";
import { operation } from "./operation";
import { email, password, personName } from "./people";

export const newOwner = z.object({ name: personName, email, password });
export type NewOwner = z.output<typeof newOwner>;

export const setUp = operation({
  id: "setUp",
  summary: "Make the first owner; refused once there is one",
  tag: "System",
  isPublic: true,
  body: newOwner,
  answer: z.object({ email: z.string() }),
  status: 201,
});

export const health = operation({
  id: "health",
  summary: "The process answers",
  tag: "System",
  isPublic: true,
  answer: z.object({ status: z.literal("ok") }),
});

export const ready = operation({
  id: "ready",
  summary: "The database answers and has this version's tables",
  tag: "System",
  isPublic: true,
  answer: z.object({ status: z.literal("ready") }),
});

export const metrics = operation({
  id: "metrics",
  summary: "Metrics in the Prometheus text format; wants METRICS_TOKEN as bearer token",
  tag: "System",
  isPublic: true,
  mediaTypes: ["text/plain"],
  answer: z.string(),
});
