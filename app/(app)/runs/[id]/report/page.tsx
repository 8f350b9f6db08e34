import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ReportPage } from "@/components/report/report-page";
import { idParams } from "@/lib/api/common";
import { requireUser } from "@/lib/auth/session";
import { orNotFound } from "@/lib/http/or-not-found";
import { getReport } from "@/lib/runs/get-report";

type Props = { params: Promise<{ id: string }> };

// Asked for twice a request: by the title of the tab and by the page.
const load = cache(async (id: string) => {
  const user = await requireUser();
  if (!idParams.shape.id.safeParse(id).success) notFound();
  return orNotFound(getReport(user, id));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await load((await params).id);
  // The browser proposes it as the name of the PDF.
  return { title: `${run.name}, report` };
}

export default async function Page({ params }: Props) {
  const report = await load((await params).id);
  return <ReportPage {...report} readAt={new Date().toISOString()} />;
}
