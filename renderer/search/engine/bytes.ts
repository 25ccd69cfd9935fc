/** Bytes that are written one after the other; numbers in seven bits each, the last byte without the eighth. */
export type ByteWriter = {
  length: () => number
  number: (value: number) => void
  copy: (bytes: Uint8Array) => void
  /** What was written; valid until the next write. */
  bytes: () => Uint8Array<ArrayBuffer>
}

export function byteWriter(room: number): ByteWriter {
  let bytes = new Uint8Array(Math.max(16, room))
  let length = 0

  function makeRoom(more: number): void {
    if (length + more <= bytes.length) return
    const larger = new Uint8Array(Math.max(2 * bytes.length, length + more))
    larger.set(bytes.subarray(0, length))
    bytes = larger
  }

  return {
    length: () => length,
    number: (value) => {
      makeRoom(5)
      let rest = value
      while (rest > 127) {
        bytes[length] = (rest & 127) | 128
        length += 1
        rest >>>= 7
      }
      bytes[length] = rest
      length += 1
    },
    copy: (more) => {
      makeRoom(more.length)
      bytes.set(more, length)
      length += more.length
    },
    bytes: () => bytes.subarray(0, length),
  }
}
