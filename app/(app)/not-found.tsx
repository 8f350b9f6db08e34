import type { Metadata } from "next";
import { NothingHere } from "@/components/frame/nothing-here";

export const metadata: Metadata = { title: "Page not found" };

export default function NotFound() {
  return (
    <NothingHere title="There is nothing at this address" href="/" way="Go to the overview">
      What was here has been deleted, or belongs to an account that you have no access to.
    </NothingHere>
  );
}
