import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { AppFrame } from "@/components/frame/app-frame";
import { ExportFormatProvider } from "@/components/frame/export-format";
import { PageErrors } from "@/components/frame/page-errors";
import { Shortcuts } from "@/components/frame/shortcuts";
import { Prefetched } from "@/components/ui/prefetched";
import { listAccounts } from "@/lib/accounts/list-accounts";
import { accountsQuery } from "@/lib/api/queries";
import { requireUser } from "@/lib/auth/session";
import { chosenAccount } from "@/lib/preferences/chosen-account";
import { EXPORT_FORMAT_COOKIE, parseExportFormat } from "@/lib/preferences/export-format";
import { parseShortcuts, SHORTCUTS_COOKIE } from "@/lib/preferences/shortcuts";

/** Every page asks for the user itself as well: a layout is not rendered again on the way to the next page. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const user = await requireUser();
  const [accounts, chosen, jar] = await Promise.all([
    listAccounts(user),
    chosenAccount(user),
    cookies(),
  ]);
  return (
    <Shortcuts initial={parseShortcuts(jar.get(SHORTCUTS_COOKIE)?.value)}>
      <Prefetched data={[[accountsQuery().queryKey, accounts]]}>
        <ExportFormatProvider initial={parseExportFormat(jar.get(EXPORT_FORMAT_COOKIE)?.value)}>
          <AppFrame user={{ name: user.name, email: user.email }} chosen={chosen}>
            <PageErrors>{children}</PageErrors>
          </AppFrame>
        </ExportFormatProvider>
      </Prefetched>
    </Shortcuts>
  );
}
