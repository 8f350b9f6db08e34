import { NUMBER_FAULT_KINDS, type NumberFaultKind } from "../faults";
import { draw } from "../hash";
import type { Settings } from "../settings";
import type { FailEvery } from "./fault-settings";

/** Whether a fault strikes a number (E.164 with `+`) in the call at hand. */
export type Struck = (fault: NumberFaultKind, number: string) => boolean;

const SHARES = {
  rejected: "rejectShare",
  missing: "missingShare",
  doubled: "doubledShare",
  contradicted: "contradictedShare",
  foreign: "foreignShare",
  without_plus: "withoutPlusShare",
  chat_address: "chatAddressShare",
  without_carrier: "withoutCarrierShare",
  odd_status: "oddStatusShare",
  flag_as_text: "flagAsTextShare",
  flag_unreadable: "flagUnreadableShare",
} as const satisfies Record<NumberFaultKind, keyof Settings>;

/** Which numbers a call's faults strike, and which faults have struck any. */
export interface Strikes {
  struck: Struck;
  /** Filled as `struck` is asked. */
  kinds: ReadonlySet<NumberFaultKind>;
}

/**
 * Tells which numbers of a call are struck: those of the shares in the settings, and, when the
 * call's turn has come, those of `failEvery`.
 *
 * @param due the fault whose turn it is, if any
 * @param timesAsked how often a number was asked before
 */
export function strikesOf(
  settings: Settings,
  due: FailEvery | null,
  timesAsked: (number: string) => number,
): Strikes {
  const kinds = new Set<NumberFaultKind>();
  const chances = new Map(
    NUMBER_FAULT_KINDS.map((fault) => {
      const turn = due?.how === fault ? due.share : 0;
      return [fault, { share: settings[SHARES[fault]], turn }] as const;
    }).filter(([, { share, turn }]) => share > 0 || turn > 0),
  );
  const struck: Struck = (fault, number) => {
    // Most faults strike nobody, and each is asked about for every number.
    const chance = chances.get(fault);
    if (chance === undefined) return false;
    const { share, turn } = chance;
    const lot = draw(number, `fault:${fault}`);
    // What Kaleyra calls invalid stays so, however often it is asked.
    const isSpared = fault !== "rejected" && isWornOut(settings, timesAsked(number));
    const isStruck = lot < turn || (lot < share && !isSpared);
    if (isStruck) kinds.add(fault);
    return isStruck;
  };
  return { struck, kinds };
}

/** Whether a number has been struck as often as the settings allow. */
export function isWornOut({ strikesPerNumber }: Settings, timesAsked: number): boolean {
  return strikesPerNumber !== null && timesAsked >= strikesPerNumber;
}
