import { useLayoutEffect, useRef } from 'react'
import { type RowKeys, recycledKeys } from './recycled-keys.ts'

const none: RowKeys = new Map()

/**
 * Keys for the rows of a list (`recycledKeys`), or of one list after another. `holder` is the row that has the focus if any has it:
 * what has the focus is never changed into another row, nor taken over into another list, and goes when its row does.
 */
export function useRecycledKeys(names: readonly string[], holder: string | null, listKey: string): RowKeys {
  // What was drawn in the end; what was only begun does not count.
  const drawn = useRef({ keys: none, holder, listKey })
  const before = drawn.current
  const keys =
    before.listKey === listKey || before.holder === null
      ? recycledKeys(before.keys, names, before.holder)
      : recycledKeys(leaving(before.keys, before.holder), names, gone)
  useLayoutEffect(() => {
    drawn.current = { keys, holder, listKey }
  })
  return keys
}

/** No row is called that. */
const gone = ''

function leaving(keys: RowKeys, holder: string): RowKeys {
  return new Map(Array.from(keys, ([name, key]) => [name === holder ? gone : name, key]))
}
