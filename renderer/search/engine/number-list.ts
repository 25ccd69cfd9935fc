/** Numbers of 32 bits that are added one by one. */
export type NumberList = { values: Uint32Array; length: number }

export function numberList(): NumberList {
  return { values: new Uint32Array(1 << 12), length: 0 }
}

export function push(list: NumberList, value: number): void {
  if (list.length === list.values.length) {
    const larger = new Uint32Array(2 * list.length)
    larger.set(list.values)
    list.values = larger
  }
  list.values[list.length] = value
  list.length += 1
}
