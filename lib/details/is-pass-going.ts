import { prisma } from "@/lib/db/prisma";

/** Whether number details of a run, or of any run of an account, are being looked up just now. */
export async function isPassGoing(of: { runId: string } | { accountId: string }): Promise<boolean> {
  const where = "runId" in of ? of : { run: { accountId: of.accountId } };
  const going = await prisma().detailPass.findFirst({
    where: { ...where, status: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return going !== null;
}
