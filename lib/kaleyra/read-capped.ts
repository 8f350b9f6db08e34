/**
 * Reads a body as text, and stops as soon as it is larger than the cap, counted after
 * decompression.
 *
 * @returns null when it is too large
 * @throws whatever the stream throws when the connection breaks or is aborted
 */
export async function readCapped(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<string | null> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of body) {
    bytes += chunk.byteLength;
    // Leaving the loop ends the stream, and with it the connection.
    if (bytes > maxBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
