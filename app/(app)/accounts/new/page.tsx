import type { Metadata } from "next";
import { KaleyraGuide } from "@/components/accounts/kaleyra-guide";
import { NewAccountForm } from "@/components/accounts/new-account-form";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { requireUser } from "@/lib/auth/session";

export const metadata: Metadata = { title: "Add an account" };

export default async function NewAccountPage() {
  await requireUser();
  return (
    <>
      <PageHeader
        title="Connect a Kaleyra account"
        description="You can check the connection with one number as soon as it is saved."
        breadcrumbs={[{ label: "Accounts", href: "/accounts" }]}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Card>
          <NewAccountForm />
        </Card>
        <KaleyraGuide />
      </div>
    </>
  );
}
