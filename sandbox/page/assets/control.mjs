// @ts-check

/**
 * Calls the sandbox's control interface.
 *
 * @template Answer
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 * @returns {Promise<Answer>} the answer's body, which this sandbox itself has written
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
