import type { ReactNode } from "react";
import { findRunOfPage } from "./find-run-of-page";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Looks before the skeleton is sent: after that, "not found" would come with status 200. */
export default async function RunLayout({ params, children }: Props) {
  await findRunOfPage((await params).id);
  return children;
}
