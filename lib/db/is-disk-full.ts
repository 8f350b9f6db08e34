import { z } from "zod";

const shape = z.object({
  code: z.string().optional().catch(undefined),
  originalCode: z.string().optional().catch(undefined),
  cause: z.unknown().optional(),
  meta: z.object({ driverAdapterError: z.unknown().optional() }).optional().catch(undefined),
});

/** Whether an error says that PostgreSQL's disk is full: SQLSTATE 53100, also below one of Prisma's. */
export function isDiskFull(error: unknown): boolean {
  const parsed = shape.safeParse(error);
  if (!parsed.success) return false;
  const { code, originalCode, cause, meta } = parsed.data;
  if (code === "53100" || originalCode === "53100") return true;
  return isDiskFull(cause) || isDiskFull(meta?.driverAdapterError);
}
