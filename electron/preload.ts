import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, cancelChannel, eventChannel } from '../shared/ipc/channels.ts'

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
