import type { Metadata } from "next";
import { NothingHere } from "@/components/frame/nothing-here";

export const metadata: Metadata = { title: "Account not found" };

export default function AccountNotFound() {
  return (
    <NothingHere title="There is no such account" href="/accounts" way="See all accounts">
      It was removed, its address is incomplete, or nobody has given you access to it.
    </NothingHere>
  );
}
