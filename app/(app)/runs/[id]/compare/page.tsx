import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsString } from "nuqs/server";
import { ComparePage } from "@/components/compare/compare-page";
import { idParams } from "@/lib/api/common";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";
import { compareRuns } from "@/lib/runs/compare-runs";
import { getRun } from "@/lib/runs/get-run";
import { listRuns } from "@/lib/runs/list-runs";

export const metadata: Metadata = { title: "Compare runs" };

const loadParams = createLoader({ with: parseAsString });
/** As many runs as there are to choose from. */
const CHOICES = 200;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const isId = (id: string) => idParams.shape.id.safeParse(id).success;

export default async function Page({ params, searchParams }: Props) {
  const user = await requireUser();
  const { id } = await params;
  const { with: other } = await loadParams(searchParams);
  if (!isId(id) || (other && !isId(other))) notFound();
  const run = await orNotFound(getRun(user, id));
  const [{ items }, comparison] = await Promise.all([
    listRuns(user, { accountId: run.accountId, limit: CHOICES }),
    other ? orNotFound(compareRuns(user, id, other)) : null,
  ]);
  const others = items.filter((one) => one.id !== id && one.status !== "draft");
  return (
    <ComparePage
      run={{ id, name: run.name }}
      others={others}
      comparison={comparison}
      chosen={other}
    />
  );
}
