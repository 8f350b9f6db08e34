// @ts-check

/**
 * Calls the sandbox's control interface.
 *
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<any>} the answer's body
 * @throws {Error} with the sandbox's own words when it refuses
 */
export async function callControl(method, path, body) {
  const response = await fetch(`/sandbox/${path}`, {
    method,
    cache: "no-store",
    body: body === undefined ? null : JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error([answer.error, ...(answer.problems ?? [])].join(" "));
  return answer;
}
