import { placeOf, STRIPE_LINES, stripeOf } from "@/lib/segments/stripes";
import type { ContactOutcome } from "./contact-outcome";

/** Of a line in `which`: nothing is known, or there is no contact. */
export const NOTHING_KNOWN = 0;
/** Of a line in `which`: its contact was erased while it may have been asked about. */
export const ERASED = -1;

/** What is known of the contacts on the lines of one stripe, as a row of `answers` holds it. */
export interface AnswerStripe {
  stripe: number;
  /** For each line of the stripe: which of the answers is its contact's, from 1; or one of the above. */
  which: number[];
  answers: StoredAnswerTo[];
}

/** What is known of contacts of which the same is known. */
export interface StoredAnswerTo extends Omit<ContactOutcome, "line" | "country"> {
  /** As the database writes it. */
  checkedAt: string;
}

/** A stripe of whose contacts nothing is known. */
export const emptyStripe = (stripe: number): AnswerStripe => ({
  stripe,
  which: new Array(STRIPE_LINES).fill(NOTHING_KNOWN),
  answers: [],
});

export interface Filled {
  /** As they are to be stored: answers that no line refers to any more are gone. */
  stripes: AnswerStripe[];
  /** The outcomes that were taken. */
  taken: ContactOutcome[];
  /** Those whose contact was erased meanwhile. */
  erased: ContactOutcome[];
}

/**
 * Puts outcomes into their stripes. A contact of which something is known already keeps it; one
 * whose stripe is not there is gone with it.
 */
export function fillStripes(
  stored: readonly AnswerStripe[],
  outcomes: readonly ContactOutcome[],
  checkedAt: string,
): Filled {
  const fillings = new Map(stored.map((one) => [one.stripe, new Filling(one)]));
  const taken: ContactOutcome[] = [];
  const erased: ContactOutcome[] = [];
  for (const one of outcomes) {
    const filling = fillings.get(stripeOf(one.line));
    const known = filling?.which[placeOf(one.line)];
    if (known === ERASED) erased.push(one);
    if (known !== NOTHING_KNOWN) continue;
    filling?.put(one, checkedAt);
    taken.push(one);
  }
  return { stripes: [...fillings.values()].map((filling) => filling.finish()), taken, erased };
}

class Filling {
  readonly which: number[];
  private readonly stripe: number;
  private readonly answers: StoredAnswerTo[] = [];

  constructor({ stripe, which, answers }: AnswerStripe) {
    this.stripe = stripe;
    this.which = which.map((no) => {
      const answer = answers[no - 1];
      return answer ? this.numberOf(answer, answer.checkedAt) : no;
    });
  }

  put(outcome: ContactOutcome, checkedAt: string): void {
    this.which[placeOf(outcome.line)] = this.numberOf(outcome, checkedAt);
  }

  finish(): AnswerStripe {
    return { stripe: this.stripe, which: this.which, answers: this.answers };
  }

  /** There are but some in a stripe: to compare each is quicker than to form a key of all its parts. */
  private numberOf(answer: Omit<StoredAnswerTo, "checkedAt">, checkedAt: string): number {
    const { outcome, carrier, carrierStatus, failure } = answer;
    const known = this.answers.findIndex(
      (one) =>
        one.carrier === carrier &&
        one.outcome === outcome &&
        one.carrierStatus === carrierStatus &&
        one.checkedAt === checkedAt &&
        one.failure === failure,
    );
    if (known >= 0) return known + 1;
    return this.answers.push({ outcome, carrier, carrierStatus, failure, checkedAt });
  }
}
