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
    () =>
      new AudienceStore({
        startWorker,
        region: browserRegion,
        origin: () => location.origin,
        isDrawn,
      }),
  );
  const [state, setState] = useState<AudienceState>(IDLE);
  useEffect(() => {
    const unsubscribe = follow(store, setState);
    // What stands within the page may have picked a file before anyone listened.
    setState(store.getState());
    store.prepare();
    return () => {
      unsubscribe();
      store.dispose();
    };
  }, [store]);
  return { ...actionsOf(store), state };
}

/**
 * Tells of each new state. A press on a large page that leads to another one is answered at once, and
 * the pages of cleaning and of its review are drawn in several tasks; a cleaning that is over by then
 * may never be drawn. All else is drawn as it comes: a control that waits jumps back.
 */
function follow(store: AudienceStore, tell: (state: AudienceState) => void): () => void {
  let { step } = store.getState();
  return store.subscribe(() => {
    const state = store.getState();
    const opensPage =
      (state.step === "cleaning" && step !== "cleaning") ||
      (state.step === "cleaned" && step === "cleaning");
    step = state.step;
    if (opensPage) startTransition(() => tell(state));
    else tell(state);
  });
}

function actionsOf(store: AudienceStore): AudienceActions {
  const { expectFile, pick, chooseSheet, configure, clean, recount, judge, listInvalid } = store;
  const { hold, upload, cancel, reset, page } = store;
  return {
    expectFile,
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

const DRAWN_WITHIN_MS = 200;

/** Resolves when the page has nothing more to do, at the latest after a while. */
function isDrawn(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such callback: a few frames.
    if (!("requestIdleCallback" in window)) setTimeout(resolve, DRAWN_WITHIN_MS / 4);
    else requestIdleCallback(() => resolve(), { timeout: DRAWN_WITHIN_MS });
  });
}

/** The likely country of the browser's first language: US for "en", AT for "de-AT". */
function browserRegion(): string | null {
  return new Intl.Locale(navigator.language).maximize().region ?? null;
}
