import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { MadeDocuments } from './made-documents.ts'
import type { Engine } from './measured-engine.ts'

const mostShown = 100

/** SQLite's full-text search, in a file, which is how anybody would use it. */
export function fts5Engine({ documents }: MadeDocuments): Engine {
  const folder = mkdtempSync(join(tmpdir(), 'earmark-bench-fts5-'))
  const path = join(folder, 'index.sqlite')
  const database = new DatabaseSync(path)
  database.exec(`pragma journal_mode = wal; pragma synchronous = normal;
    create virtual table made using fts5(title, text, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3 4')`)
  const insert = database.prepare('insert into made (rowid, title, text) values (?, ?, ?)')
  database.exec('begin')
  for (const [id, { title, text }] of documents.entries()) insert.run(id, title, text)
  database.exec(`commit; insert into made (made) values ('optimize')`)
  const best = database.prepare(
    `select rowid from made where made match ? order by bm25(made, 5, 1) limit ${mostShown}`,
  )
  const all = database.prepare('select rowid from made where made match ?')
  const asQuery = (text: string): string =>
    text
      .split(' ')
      .map((word) => `"${word}" *`)
      .join(' ')
  const idsOf = (rows: readonly Record<string, unknown>[]): number[] => rows.map(({ rowid }) => Number(rowid))
  return {
    search: (text) => ({ total: null, best: idsOf(best.all(asQuery(text))) }),
    findAll: (text) => new Set(idsOf(all.all(asQuery(text)))),
    store: () => {
      database.exec('pragma wal_checkpoint(truncate)')
      return {
        bytes: statSync(path).size,
        load: () => {
          const again = new DatabaseSync(path, { readOnly: true })
          again.prepare('select count(*) from made where made match ?').get('"zzzz"')
          again.close()
        },
      }
    },
    close: () => {
      database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
