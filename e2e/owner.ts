/** Who owns the installation that the browser tests run against. */
export const owner = {
  name: "Olivia Owner",
  email: "olivia@example.com",
  password: "correct horse battery",
};

/** Where the first test leaves the owner's session for all others. */
export const signedInState = "test-results/.auth/owner.json";
