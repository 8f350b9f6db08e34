import { Badge } from "./badge";

/** Beside whatever comes from the sandbox, so that nobody takes its answers for real ones. */
export function SandboxBadge() {
  return <Badge title="The answers are made up by the sandbox on this server">Sandbox</Badge>;
}
