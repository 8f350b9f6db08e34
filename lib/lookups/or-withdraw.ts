/**
 * What comes of work that a call needs before it is made. The call stands in the ledger already: when
 * the work fails, `withdraw` takes it back, or it would count as possibly billed.
 */
export async function orWithdraw<T>(withdraw: () => Promise<void>, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    await withdraw().catch(() => {});
    throw error;
  }
}
