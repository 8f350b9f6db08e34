import type { Metadata } from "next";
import { NothingHere } from "@/components/frame/nothing-here";

export const metadata: Metadata = { title: "Run not found" };

export default function RunNotFound() {
  return (
    <NothingHere title="There is no such run" href="/runs" way="See all runs">
      It was deleted, its address is incomplete, or it belongs to an account that you have no access
      to.
    </NothingHere>
  );
}
