import { AppError } from "@/lib/errors";
import { pool } from "./pool";

/** Whether the database answers and has its tables. Throws `unavailable` when not. */
export async function checkReady(): Promise<{ status: "ready" }> {
  try {
    await pool().query("SELECT 1 FROM runs LIMIT 1");
    return { status: "ready" };
  } catch {
    throw new AppError("unavailable", "The database does not answer, or has no tables yet.");
  }
}
