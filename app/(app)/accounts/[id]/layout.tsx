import type { ReactNode } from "react";
import { findAccountOfPage } from "./find-account-of-page";

type Props = { params: Promise<{ id: string }>; children: ReactNode };

/** Looks before the skeleton is sent: after that, "not found" would come with status 200. */
export default async function AccountLayout({ params, children }: Props) {
  await findAccountOfPage((await params).id);
  return children;
}
