import path from "node:path";
import { defineConfig } from "vitest/config";

const alias = { "@": path.resolve(import.meta.dirname) };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["{lib,components,sandbox,scripts,faults}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts"],
          // Some read a hundred thousand rows; how fast is the benches' question.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "integration",
          include: ["{lib,app,sandbox,worker,scripts,test}/**/*.integration.test.ts"],
          globalSetup: ["./test/database.ts"],
          setupFiles: ["./test/own-database.ts"],
          // Each waits more than it works; with more at once those that count calls a second suffer.
          maxWorkers: 2,
          // After the unit tests, which may take all there is.
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
