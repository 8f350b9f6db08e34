"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
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
  const state = useSyncExternalStore(store.subscribe, store.getState, () => IDLE);
  useEffect(() => {
    store.prepare();
    return store.dispose;
  }, [store]);
  return { ...actionsOf(store), state };
}

function actionsOf(store: AudienceStore): AudienceActions {
  const { pick, chooseSheet, configure, clean, recount, judge, listInvalid } = store;
  const { upload, cancel, reset, page } = store;
  return {
    pick,
    chooseSheet,
    configure,
    clean,
    recount,
    judge,
    listInvalid,
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
