import MiniSearch, { type Options } from 'minisearch'
import type { MadeDocuments } from './made-documents.ts'
import type { Engine } from './measured-engine.ts'

const mostShown = 100
const options: Options = {
  fields: ['title', 'text'],
  searchOptions: { combineWith: 'AND', prefix: true, boost: { title: 5 } },
}

export function miniSearchEngine({ documents }: MadeDocuments): Engine {
  const index = new MiniSearch(options)
  index.addAll(documents.map((document, id) => ({ id, ...document })))
  return {
    search: (text) => {
      const found = index.search(text)
      return { total: found.length, best: found.slice(0, mostShown).map(({ id }) => Number(id)) }
    },
    findAll: (text) => new Set(index.search(text).map(({ id }) => Number(id))),
    store: () => {
      const json = JSON.stringify(index)
      return { bytes: json.length, load: () => void MiniSearch.loadJSON(json, options) }
    },
  }
}
