/** A box of an MP4 file (ISO 14496-12, 4.2): its length, its name, its content. */
export function box(name: string, ...content: readonly Buffer[]): Buffer {
  const bytes = content.reduce((sum, part) => sum + part.length, 8)
  return Buffer.concat([u32(bytes), text(name), ...content])
}

/** One with a version, which is 0, and flags. */
export function fullBox(name: string, flags: number, ...content: readonly Buffer[]): Buffer {
  return box(name, u32(flags), ...content)
}

export function u32(...numbers: readonly number[]): Buffer {
  return u32List(numbers)
}

/** However many. */
export function u32List(numbers: ArrayLike<number>): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4)
  for (let index = 0; index < numbers.length; index += 1) bytes.writeUInt32BE(numbers[index] ?? 0, index * 4)
  return bytes
}

export function u16(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2)
  for (const [index, number] of numbers.entries()) bytes.writeUInt16BE(number, index * 2)
  return bytes
}

export function text(letters: string): Buffer {
  return Buffer.from(letters, 'latin1')
}

export function zeros(count: number): Buffer {
  return Buffer.alloc(count)
}
