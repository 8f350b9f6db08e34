"use client";

import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { z } from "zod";
import { errorFields, errorMessage } from "./error-message";

export interface FormActionSpec<S extends z.ZodType, Answer> {
  /** The schema of the operation's body: the browser and the server complain in the same words. */
  schema: S;
  /** Sends the input, such as by `callApi`. */
  send: (input: z.input<S>) => Promise<Answer>;
  onDone?: (answer: Answer, input: z.input<S>) => void;
}

export interface FormAction<Input, Answer> {
  /** Checks and sends. Does nothing while the last one is under way, however fast it is pressed. */
  submit: (input: Input) => void;
  isPending: boolean;
  /** What is wrong, by the name of the field. */
  fields: Record<string, string>;
  /** What is wrong with the whole. */
  message: string | null;
  answer: Answer | undefined;
  /** What was sent last. */
  input: Input | undefined;
  error: unknown;
  reset: () => void;
}

/** Sends a form once, with its complaints in the places where the user looks. */
export function useFormAction<S extends z.ZodType, Answer>({
  schema,
  send,
  onDone,
}: FormActionSpec<S, Answer>): FormAction<z.input<S>, Answer> {
  // State would be too slow here: two presses can come before the next render.
  const isUnderWay = useRef(false);
  const [complaints, setComplaints] = useState<Record<string, string>>({});
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onSettled: () => {
      isUnderWay.current = false;
    },
  });

  function submit(input: z.input<S>) {
    if (isUnderWay.current) return;
    const checked = schema.safeParse(input);
    setComplaints(checked.success ? {} : byField(checked.error));
    mutation.reset();
    if (!checked.success) return;
    isUnderWay.current = true;
    mutation.mutate(input);
  }

  const refused = errorFields(mutation.error);
  const hasRefused = Object.keys(refused).length > 0;
  return {
    submit,
    isPending: mutation.isPending,
    fields: hasRefused ? refused : complaints,
    message: mutation.error && !hasRefused ? errorMessage(mutation.error) : null,
    answer: mutation.data,
    input: mutation.variables,
    error: mutation.error,
    reset: mutation.reset,
  };
}

function byField(error: z.ZodError): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) {
    // An emptied number field is "not a number"; zod's words for that are not the user's.
    const message = issue.code === "invalid_type" ? "Fill this in." : issue.message;
    fields[issue.path.join(".")] ??= message;
  }
  return fields;
}
