const lineEnd = 0x0a

/** The lines of a text, without their ends; `null` in place of one that is too long, after which nothing comes. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
  longestBytes: number,
): AsyncGenerator<Buffer | null> {
  let parts: Buffer[] = []
  let partsBytes = 0
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(lineEnd); end !== -1; end = chunk.indexOf(lineEnd, start)) {
      if (partsBytes + end - start > longestBytes) return yield null
      const last = chunk.subarray(start, end)
      yield parts.length === 0 ? last : Buffer.concat([...parts, last])
      parts = []
      partsBytes = 0
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
    partsBytes += chunk.length - start
    if (partsBytes > longestBytes) return yield null
  }
  if (partsBytes > 0) yield Buffer.concat(parts)
}
