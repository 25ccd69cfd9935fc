import type { PlacedPage } from '../../service/pulled-pages.ts'

/** One way of writing pages of episodes into a database. */
export type Way = {
  /** An empty database, ready to be written to. */
  begin: () => Promise<void>
  /** Writes one page; over when its transaction is. */
  write: (page: PlacedPage) => Promise<void>
  /** How many episodes are there, asked of the database. */
  count: () => Promise<number>
  /** Leaves nothing behind. */
  end: () => Promise<void>
}
