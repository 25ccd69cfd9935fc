import { folded } from '../../shared/text/fold.ts'
import { type HeldShelf, rowAt } from '../db/held-shelf.ts'

const textsByShelf = new WeakMap<HeldShelf, readonly string[]>()

/** What is searched of a shelf's episodes, folded, by position; made when somebody searches for the first time. */
export function textsOf(shelf: HeldShelf): readonly string[] {
  const known = textsByShelf.get(shelf)
  if (known !== undefined) return known
  const texts = shelf.row.slugs.map((_, position) => {
    const row = rowAt(shelf, position)
    return row === undefined ? '' : folded([row.title, row.podcastTitle, ...row.topics].join('\n'))
  })
  textsByShelf.set(shelf, texts)
  return texts
}
