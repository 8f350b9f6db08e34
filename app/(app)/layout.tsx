import type { ReactNode } from "react";
import { AppFrame } from "@/components/frame/app-frame";
import { requireUser } from "@/lib/auth/session";

/** Every page asks for the user itself as well: a layout is not rendered again on the way to the next page. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { name, email } = await requireUser();
  return <AppFrame user={{ name, email }}>{children}</AppFrame>;
}
