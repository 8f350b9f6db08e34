"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { ExportFormat } from "@/lib/api/export-format";
import { saveExportFormat } from "@/lib/preferences/save-preference";

const ExportFormatContext = createContext<{
  format: ExportFormat;
  setFormat: (format: ExportFormat) => void;
}>({ format: "csv", setFormat: () => undefined });

/** The format in which this browser's exports are saved, and the choice of another. */
export function useExportFormat() {
  return useContext(ExportFormatContext);
}

export function ExportFormatProvider({
  initial,
  children,
}: {
  initial: ExportFormat;
  children: ReactNode;
}) {
  const [format, setFormat] = useState(initial);
  const value = useMemo(
    () => ({
      format,
      setFormat: (next: ExportFormat) => {
        setFormat(next);
        // Failing costs no more than the old choice at the next visit.
        saveExportFormat(next).catch(() => undefined);
      },
    }),
    [format],
  );
  return <ExportFormatContext value={value}>{children}</ExportFormatContext>;
}
