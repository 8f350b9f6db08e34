"use client";

import { Button } from "./button";
import { PrintIcon } from "./icons";

/** Opens the browser's print dialog, which saves as PDF too. */
export function PrintButton() {
  return (
    <Button variant="primary" onPress={() => window.print()}>
      <PrintIcon />
      Print or save as PDF
    </Button>
  );
}
