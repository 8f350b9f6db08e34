/** What Kaleyra left out of an answer, in words. Of a number without an answer nothing is left out. */
export const NOT_PROVIDED_WORDS = "Not provided";
