import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiError } from "@/lib/api/client";

const isRefused = (error: unknown) =>
  error instanceof ApiError && error.problem.code === "not_signed_in";

/**
 * Whether the server has said that the session of this page is over. It is taken back once the
 * server answers again, as after signing in in another tab.
 */
export function useSessionEnded(): boolean {
  const client = useQueryClient();
  const [hasEnded, setEnded] = useState(false);
  useEffect(() => {
    const leave = [
      client.getQueryCache().subscribe((event) => {
        if (event.type !== "updated") return;
        const { action } = event;
        if (action.type === "error" && isRefused(action.error)) setEnded(true);
        // What a page puts into the cache by hand says nothing about the server.
        if (action.type === "success" && !action.manual) setEnded(false);
      }),
      client.getMutationCache().subscribe((event) => {
        if (event.type !== "updated") return;
        if (event.action.type === "error" && isRefused(event.action.error)) setEnded(true);
        if (event.action.type === "success") setEnded(false);
      }),
    ];
    return () => {
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [client]);
  return hasEnded;
}
