import type { MessagePort } from 'node:worker_threads'
import type { DocumentKind, DocumentOf } from './readings.ts'

/** What goes to the thread. */
export type ToThread = { kind: DocumentKind; document: DocumentOf<DocumentKind> }

/** What comes from it: that it is there, then the reading of each document as JSON, which crosses faster than an object does. */
export type FromThread = { kind: 'ready' } | { kind: 'read'; json: string }

/** Reads what comes, one document after another. */
export function answerReadings(
  port: MessagePort,
  read: (kind: DocumentKind, document: DocumentOf<DocumentKind>) => unknown,
): void {
  const post = (message: FromThread): void => port.postMessage(message)
  port.on('message', ({ kind, document }: ToThread) => {
    post({ kind: 'read', json: JSON.stringify(read(kind, document)) })
  })
  post({ kind: 'ready' })
}
