import type { BrowserWindow, Dialog, Shell } from 'electron'
import { failure, success } from '../../shared/result.ts'
import type { Handlers } from '../ipc/call-desk.ts'
import type { SecondHome } from '../journal/second-home.ts'

type MoveParts = {
  dialog: Pick<Dialog, 'showOpenDialog'>
  window: () => BrowserWindow | null
  home: Pick<SecondHome, 'move'>
}

/** The page never names a folder: it gets the one that the person chose in the system's dialog. */
export function createMoveHome({ dialog, window, home }: MoveParts): Handlers['home.move'] {
  return async () => {
    const options = {
      title: 'Choose a folder for your second home',
      buttonLabel: 'Keep it here',
      properties: ['openDirectory' as const, 'createDirectory' as const],
    }
    const owner = window()
    const { canceled, filePaths } = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options))
    const folder = filePaths[0]
    return canceled || folder === undefined ? success(null) : home.move(folder)
  }
}

type ShowParts = {
  shell: Pick<Shell, 'openPath'>
  home: Pick<SecondHome, 'standing'>
}

export function createShowHomeFolder({ shell, home }: ShowParts): Handlers['home.show-folder'] {
  return async () => {
    const { folder } = await home.standing()
    const problem = await shell.openPath(folder)
    return problem === '' ? success(null) : failure('file', `${folder} could not be opened. (${problem})`)
  }
}
