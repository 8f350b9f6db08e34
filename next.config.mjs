/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  // `npm run typecheck` does it, and CI; whoever only starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@dbos-inc/dbos-sdk", "pg", "@node-rs/argon2", "pino", "prom-client"],
  experimental: {
    // A page begins with eight scripts instead of twenty: each costs the browser and the server more
    // than its bytes do (decision 26).
    turbopackChunking: {
      minChunkSize: 300_000,
      maxChunkCountPerGroup: 3,
      maxMergeChunkSize: 2_000_000,
    },
  },
};

export default config;
