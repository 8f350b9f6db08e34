"use client";

import { useQuery } from "@tanstack/react-query";
import { accountsQuery } from "@/lib/api/queries";

/** Whether the reader may start runs somewhere; a viewer of all their accounts may not. */
export function useCanStart(): boolean {
  const accounts = useQuery(accountsQuery()).data?.items ?? [];
  return accounts.length === 0 || accounts.some((account) => account.role !== "viewer");
}
