import type { StartRepair } from '../../shared/models/start-repair.ts'

/** What was done to the database before it was opened, for a person. What came back into it is told apart from that. */
export function repairedText({ kind }: StartRepair): string {
  switch (kind) {
    case 'cut':
      return 'The end of Earmark’s database was torn, as a power failure leaves it, and was cut off. What you had saved is in the second home as well.'
    case 'set-aside':
      return 'Earmark’s database was damaged. It was set aside, and a new one is in its place.'
  }
}
