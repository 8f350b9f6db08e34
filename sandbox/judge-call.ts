import { type AnswerContext, answerCall, type IncomingCall } from "./answer-call";
import { isCallFault, type LoggedFault, type NumberFaultKind } from "./faults";
import { CALL_FAULTS, type CallFault, DOWN } from "./faults/call-faults";
import type { FailEvery, RetryAfter } from "./faults/fault-settings";
import { isWornOut, strikesOf } from "./faults/struck";
import { draw } from "./hash";
import { type Handled, unbilled } from "./reply";
import type { SandboxState } from "./state";

/** What will become of a call: its true answer, and the fault that takes its place. */
export interface Judgement {
  handled: Handled;
  /** Null: the true answer is sent. */
  fault: CallFault | null;
  /** What the log says. */
  label: LoggedFault | null;
  /** The faults that struck single numbers. */
  strikes: NumberFaultKind[];
  retryAfter: RetryAfter;
}

const NO_RETRY_AFTER: RetryAfter = { retryAfter: null, retryAfterAs: "none" };
const NOTHING = unbilled({ status: 503, body: {} });

/**
 * Decides what becomes of a call. At the door, where nothing is asked yet, it is refused while the
 * sandbox is down and beyond the rate limit; then it is answered, or fails because its turn has
 * come or one of its numbers is struck.
 *
 * @param arrived by the sandbox's clock
 */
export function judgeCall(state: SandboxState, call: IncomingCall, arrived: number): Judgement {
  const { settings, log, traffic } = state;
  const { down, downAs, rateLimit } = settings;
  if (down) return atDoor("down", DOWN[downAs]);
  if (rateLimit !== null && !traffic.admit(call.route?.sid ?? "", rateLimit.perSecond, arrived)) {
    return atDoor("rate_limit", CALL_FAULTS.rate_limit, rateLimit);
  }
  const due = dueFault(state, call);
  const { struck, kinds } = strikesOf(settings, due, (number) => log.countOf(number).asked);
  const context: AnswerContext = {
    settings,
    callNumber: log.callCount() + 1,
    struck,
    hasWrongCounts: settings.wrongCounts || due?.how === "wrong_counts",
    polls: state.polls,
  };
  const handled = answerCall(call, context);
  const strikes = [...kinds];
  if (due !== null) return { ...failing(handled, due), strikes };
  const struckBy = settings.failNumbers;
  if (struckBy !== null && hasStruckNumber(state, handled.asked, struckBy.share)) {
    return { ...failing(handled, struckBy), strikes };
  }
  return { handled, fault: null, label: null, retryAfter: NO_RETRY_AFTER, strikes };
}

function atDoor(label: LoggedFault, fault: CallFault, retryAfter = NO_RETRY_AFTER): Judgement {
  return { handled: NOTHING, fault, label, retryAfter, strikes: [] };
}

function failing(handled: Handled, by: Pick<FailEvery, "how"> & RetryAfter) {
  const fault = isCallFault(by.how) ? CALL_FAULTS[by.how] : null;
  return { handled, fault, label: by.how, retryAfter: by };
}

/** The fault whose turn it is at this call. */
function dueFault({ settings, log }: SandboxState, { route }: IncomingCall): FailEvery | null {
  const { failEvery } = settings;
  if (failEvery === null) return null;
  const { operation, n } = failEvery;
  if (operation !== null && operation !== route?.operation) return null;
  return (log.callCount(operation) + 1) % n === 0 ? failEvery : null;
}

function hasStruckNumber(
  { settings, log }: SandboxState,
  asked: readonly string[],
  share: number,
): boolean {
  return asked.some(
    (number) =>
      draw(number, "fault:call") < share && !isWornOut(settings, log.countOf(number).asked),
  );
}
