/** Outcomes of numbers that Kaleyra looked up, and so may charge for: it said something, or nothing. */
export const LOOKED_UP_OUTCOMES = ["rcs", "not_rcs", "no_answer"] as const;
