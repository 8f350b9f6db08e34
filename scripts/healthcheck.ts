/** Of a container: 0 when the process in it says that it is ready. A worker says so beside its metrics. */
const { METRICS_PORT, PORT } = process.env;
const url = METRICS_PORT
  ? `http://127.0.0.1:${METRICS_PORT}/ready`
  : `http://127.0.0.1:${PORT || 3000}/api/ready`;
const isReady = await fetch(url).then(
  ({ ok }) => ok,
  () => false,
);
process.exit(isReady ? 0 : 1);
