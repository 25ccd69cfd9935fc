import type { BrowserWindow, Dialog } from 'electron'
import type { AudioLocation } from '../../shared/models/audio.ts'
import { type Result, success } from '../../shared/result.ts'
import { audioEndings } from '../media/file-response.ts'
import type { LocalFiles } from '../media/local-files.ts'

type ChooseFileParts = {
  dialog: Pick<Dialog, 'showOpenDialog'>
  /** Over which the dialog opens; `null` while there is none. */
  window: () => BrowserWindow | null
  localFiles: Pick<LocalFiles, 'admit'>
}

/** Lets the person choose an audio file; `null` when they closed the dialog. */
export function createChooseAudioFile(parts: ChooseFileParts): () => Promise<Result<AudioLocation | null>> {
  return async () => {
    const window = parts.window()
    if (window === null) return success(null)
    const chosen = await parts.dialog.showOpenDialog(window, {
      title: 'Choose the audio of this episode',
      properties: ['openFile'],
      filters: [{ name: 'Audio', extensions: audioEndings }],
    })
    const [path] = chosen.filePaths
    return path === undefined ? success(null) : parts.localFiles.admit(path)
  }
}
