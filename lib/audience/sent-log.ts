import type { RowKind, SentChunks } from "./protocol";

/** Remembers which chunks arrived at which run, so that a second try goes on where the first stopped. */
export class SentLog {
  private readonly runs = new Map<string, { [K in RowKind]: number[] }>();

  add(runId: string, kind: RowKind, index: number): void {
    this.entry(runId)[kind].push(index);
  }

  /** What arrived at a run, together with what the page knows of it. */
  of(runId: string, others: SentChunks): SentChunks {
    const own = this.entry(runId);
    return {
      contacts: [...own.contacts, ...(others.contacts ?? [])],
      duplicates: [...own.duplicates, ...(others.duplicates ?? [])],
      invalid: [...own.invalid, ...(others.invalid ?? [])],
    };
  }

  private entry(runId: string): { [K in RowKind]: number[] } {
    const known = this.runs.get(runId);
    if (known) return known;
    const fresh = { contacts: [], duplicates: [], invalid: [] };
    this.runs.set(runId, fresh);
    return fresh;
  }
}
