import { z } from "zod";
import { idParams, moment, role } from "./common";
import { operation } from "./operation";

export const password = z
  .string()
  .min(10, "Use at least 10 characters.")
  .max(200, "Use at most 200 characters.");
export const personName = z.string().trim().min(1, "Enter your name.").max(80);
export const email = z.email("That is not an email address.").max(200).toLowerCase();

/** Of a link: what stands behind the # of its address. */
export const secret = z.string().max(100);

const personParams = idParams.extend({ userId: z.uuid() });

export const person = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  role,
  isDisabled: z.boolean(),
  isYou: z.boolean(),
  lastSignInAt: moment.nullable(),
  canReset: z.boolean().describe("You may make a link by which they set a new password"),
});
export type PersonView = z.output<typeof person>;

export const invite = z.object({
  id: z.uuid(),
  email: z.string(),
  role,
  createdAt: moment,
  expiresAt: moment,
});
export type InviteView = z.output<typeof invite>;

/** A link that was made: its secret is told this once. */
export const madeLink = z.object({ secret, expiresAt: moment });
export type MadeLink = z.output<typeof madeLink>;

export const newInvite = z.object({ email, role });
export type NewInvite = z.output<typeof newInvite>;

export const personChange = z.object({
  role: role.optional(),
  isDisabled: z.boolean().optional(),
});
export type PersonChange = z.output<typeof personChange>;

export const newMember = z.object({ secret, name: personName, password });
export type NewMember = z.output<typeof newMember>;

export const passwordChange = z.object({
  present: z.string().min(1, "Type your present password.").max(200),
  password,
});
export type PasswordChange = z.output<typeof passwordChange>;

export const newPassword = z.object({ secret, password });
export type NewPassword = z.output<typeof newPassword>;

export const listPeople = operation({
  id: "listPeople",
  summary: "Who belongs to an account, and who is invited; for others than its owners, yourself",
  tag: "People",
  params: idParams,
  answer: z.object({ people: z.array(person), invites: z.array(invite) }),
});
export type PeopleView = z.output<typeof listPeople.answer>;

export const invitePerson = operation({
  id: "invitePerson",
  summary: "Make a link by which somebody joins an account; it works once, for seven days",
  tag: "People",
  params: idParams,
  body: newInvite,
  answer: madeLink,
  status: 201,
});

export const withdrawInvite = operation({
  id: "withdrawInvite",
  summary: "Make the link of an invite worthless",
  tag: "People",
  params: idParams.extend({ inviteId: z.uuid() }),
  status: 204,
});

export const changePerson = operation({
  id: "changePerson",
  summary: "Change the role of a person, or disable or enable them; it ends their sessions",
  tag: "People",
  params: personParams,
  body: personChange,
  status: 204,
});

export const removePerson = operation({
  id: "removePerson",
  summary: "Remove a person from an account; their runs stay",
  tag: "People",
  params: personParams,
  status: 204,
});

export const makePasswordReset = operation({
  id: "makePasswordReset",
  summary: "Make a link by which a person sets a new password; it works once, for a day",
  tag: "People",
  params: personParams,
  answer: madeLink,
  status: 201,
});

export const changePassword = operation({
  id: "changePassword",
  summary: "Change your own password; it ends your sessions, this one too",
  tag: "People",
  body: passwordChange,
  status: 204,
});

export const readInvite = operation({
  id: "readInvite",
  summary: "What a link invites to",
  tag: "People",
  isPublic: true,
  body: z.object({ secret }),
  answer: z.object({
    accountName: z.string(),
    email: z.string(),
    role,
    isKnown: z.boolean().describe("Somebody of this address has signed in here before"),
    hasPassword: z.boolean(),
  }),
});

export const joinByInvite = operation({
  id: "joinByInvite",
  summary: "Take up an invite as a new person",
  tag: "People",
  isPublic: true,
  body: newMember,
  answer: z.object({ email: z.string() }),
  status: 201,
});

export const acceptInvite = operation({
  id: "acceptInvite",
  summary: "Take up an invite as yourself",
  tag: "People",
  body: z.object({ secret }),
  answer: z.object({ accountId: z.uuid() }),
});

export const readPasswordReset = operation({
  id: "readPasswordReset",
  summary: "Whose password a link sets",
  tag: "People",
  isPublic: true,
  body: z.object({ secret }),
  answer: z.object({ email: z.string() }),
});

export const setNewPassword = operation({
  id: "setNewPassword",
  summary: "Set a new password by a link; it ends all sessions of its person",
  tag: "People",
  isPublic: true,
  body: newPassword,
  answer: z.object({ email: z.string() }),
});
