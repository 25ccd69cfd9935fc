import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../shared/ipc/contract.ts'

/** The application menu: the system's own entries, and ours, which the page carries out. */
export function installMenu(tell: (command: MenuCommand) => void, developing: boolean): void {
  const ours = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => tell(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  })
  const mac = process.platform === 'darwin'
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        ours('Add Podcast…', 'add-podcast', 'CmdOrCtrl+O'),
        ours('Sync Now', 'sync', 'CmdOrCtrl+R'),
        { type: 'separator' },
        ours('Settings…', 'settings', 'CmdOrCtrl+,'),
        { type: 'separator' },
        { role: mac ? 'close' : 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(developing ? [{ role: 'toggleDevTools' } as const] : []),
      ],
    },
    { role: 'windowMenu' },
    { label: '&Help', role: 'help', submenu: [ours('Keyboard Shortcuts', 'keys')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
