/** Who owns the installation that the browser tests run against. */
export const owner = {
  name: "Olivia Owner",
  email: "olivia@example.com",
  password: "correct horse battery",
};

/** Where the first test of an installation leaves the owner's session for all others. */
export const signedInState = (installation: number) =>
  `test-results/.auth/owner-${installation}.json`;
