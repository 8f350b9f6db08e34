"use client";

import { startTransition, useEffect, useState } from "react";
import { startWorker } from "./audience-client";
import { type AudienceState, IDLE } from "./audience-state";
import { AudienceStore } from "./audience-store";
import type { AudienceActions } from "./protocol";

export type { AudienceActions, AudienceState };
export type Audience = AudienceActions & { state: AudienceState };

/** One audience of a page, from the file to the upload. It ends with the component. */
export function useAudience(): Audience {
  const [store] = useState(
    () => new AudienceStore({ startWorker, region: browserRegion, origin: () => location.origin }),
  );
  const [state, setState] = useState<AudienceState>(IDLE);
  useEffect(() => {
    const unsubscribe = follow(store, setState);
    store.prepare();
    return () => {
      unsubscribe();
      store.dispose();
    };
  }, [store]);
  return { ...actionsOf(store), state };
}

/**
 * Tells of each new state. Another step draws another page: that may take several tasks, so that the
 * press that led to it is not answered late. What changes within a step, such as a choice, is drawn
 * at once, also one that makes a cleaned list an inspected one again: the page is the same, and a
 * control that waits jumps back.
 */
function follow(store: AudienceStore, tell: (state: AudienceState) => void): () => void {
  let { step } = store.getState();
  return store.subscribe(() => {
    const state = store.getState();
    const isSamePage = state.step === step || (state.step === "inspected" && step !== "inspecting");
    step = state.step;
    if (isSamePage) tell(state);
    else startTransition(() => tell(state));
  });
}

function actionsOf(store: AudienceStore): AudienceActions {
  const { pick, chooseSheet, configure, clean, recount, judge, listInvalid } = store;
  const { hold, upload, cancel, reset, page } = store;
  return {
    pick,
    chooseSheet,
    configure,
    clean,
    recount,
    judge,
    listInvalid,
    hold,
    upload,
    cancel,
    reset,
    page,
  };
}

/** The likely country of the browser's first language: US for "en", AT for "de-AT". */
function browserRegion(): string | null {
  return new Intl.Locale(navigator.language).maximize().region ?? null;
}
