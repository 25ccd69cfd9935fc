import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, cancelChannel, eventChannel, lineChannel } from '../shared/ipc/channels.ts'
import type { LineNotice } from '../shared/ipc/line.ts'

// Every part of the page that hears events listens for itself.
ipcRenderer.setMaxListeners(40)

// No logic: names and arguments are checked by the gate in the main process, which trusts no page.
contextBridge.exposeInMainWorld('earmark', {
  call: (name: string, input: unknown, id: string): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, name, input, id),
  cancel: (id: string): void => ipcRenderer.send(cancelChannel, id),
  listen: (hear: (name: string, payload: unknown) => void): (() => void) => {
    const listener = (_event: unknown, name: string, payload: unknown): void => hear(name, payload)
    ipcRenderer.on(eventChannel, listener)
    return () => {
      ipcRenderer.off(eventChannel, listener)
    }
  },
})

// A port cannot pass through the bridge, only as a message of the window's.
ipcRenderer.on(lineChannel, ({ ports }, lineId: string) => {
  const notice: LineNotice = { earmarkLine: lineId }
  window.postMessage(notice, location.origin, ports)
})
