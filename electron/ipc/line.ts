import { type FromMain, toMainSchema } from '../../shared/ipc/line.ts'
import { type DeskParts, openCallDesk } from './call-desk.ts'

/** Electron's `MessagePortMain`. */
export type LinePort = {
  on: {
    (event: 'message', listener: (message: { data: unknown }) => void): unknown
    (event: 'close', listener: () => void): unknown
  }
  start: () => void
  close: () => void
  postMessage: (message: FromMain) => void
}

/** Answers what a worker asks over its port. When the port closes, however the worker ended, its calls are taken back. */
export function serveLine(port: LinePort, parts: DeskParts): void {
  const desk = openCallDesk(parts)
  port.on('message', ({ data }) => {
    const message = toMainSchema.safeParse(data)
    if (!message.success) {
      parts.log.warn(`refused a message over a line: ${message.error.message.slice(0, 400)}`)
      return
    }
    if (message.data.kind === 'cancel') return desk.cancel(message.data.id)
    const { id, name, input } = message.data
    void desk.answer(name, input, id).then((answer) => port.postMessage({ id, answer }))
  })
  port.on('close', desk.cancelAll)
  port.start()
}
