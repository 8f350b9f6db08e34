"use client";

import { type ComponentType, lazy, Suspense, useState } from "react";

/**
 * A dialog whose script is fetched when it is first opened. From then on it stays, for the way it
 * closes.
 *
 * @param load imports the dialog
 */
export function fetchedDialog<Props extends { isOpen: boolean }>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  const Fetched: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return function FetchedDialog(props) {
    const [hasOpened, setOpened] = useState(false);
    if (props.isOpen && !hasOpened) setOpened(true);
    return hasOpened ? (
      <Suspense>
        <Fetched {...props} />
      </Suspense>
    ) : null;
  };
}
