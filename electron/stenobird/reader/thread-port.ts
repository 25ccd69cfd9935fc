import type { MessagePort } from 'node:worker_threads'
import type { DocumentKind, DocumentOf, ReadingOf } from './readings.ts'

/** What goes to the thread. */
export type ToThread = { kind: DocumentKind; document: DocumentOf<DocumentKind> }

/** What comes from it: that it is there, then the reading of each document. */
export type FromThread = { kind: 'ready' } | { kind: 'read'; reading: ReadingOf<DocumentKind> }

/** Reads what comes, one document after another. */
export function answerReadings(
  port: MessagePort,
  read: (kind: DocumentKind, document: DocumentOf<DocumentKind>) => ReadingOf<DocumentKind>,
): void {
  const post = (message: FromThread): void => port.postMessage(message)
  port.on('message', ({ kind, document }: ToThread) => {
    post({ kind: 'read', reading: read(kind, document) })
  })
  post({ kind: 'ready' })
}
