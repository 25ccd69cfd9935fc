import { notify } from '../shell/notice.ts'

/** After a person's act that could not be kept. */
export function tellNotWritten(): void {
  notify({ text: 'That could not be written to disk. Make room there and try again.', tone: 'failure' })
}
