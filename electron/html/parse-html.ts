import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

type Document = DefaultTreeAdapterTypes.Document

/** More than any page of 5 MB has that was not made to have more. */
const mostElements = 300_000

class TooManyElements extends Error {}

/**
 * The tree of an HTML page. The rules for formatting elements that were never closed let a page of 40 kB grow a tree of
 * hundreds of millions of elements; what comes after the first `most` is left out.
 */
export function parseHtml(text: string, most: number = mostElements): Document {
  let document = defaultTreeAdapter.createDocument()
  let elements = 0
  try {
    return parse(text, {
      treeAdapter: {
        ...defaultTreeAdapter,
        createDocument: () => {
          document = defaultTreeAdapter.createDocument()
          return document
        },
        createElement: (...given) => {
          elements += 1
          if (elements > most) throw new TooManyElements()
          return defaultTreeAdapter.createElement(...given)
        },
      },
    })
  } catch (error) {
    if (error instanceof TooManyElements) return document
    throw error
  }
}
