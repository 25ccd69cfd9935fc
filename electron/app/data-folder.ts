import { accessSync, constants, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'

/** Where the environment wants it; `null` where it says nothing. Electron takes whole paths only. */
export function wantedDataFolder(variables: Readonly<Record<string, string | undefined>>): string | null {
  const wanted = variables.EARMARK_USER_DATA_DIR?.trim() ?? ''
  return wanted === '' ? null : resolve(wanted)
}

/**
 * Why nothing can be kept in the folder, for a person; `null` when it can. Asked before Electron does anything with it:
 * a folder that takes no lock file looks to Electron like one that another copy of the app holds, and it would go without a word.
 */
export function dataFolderProblem(path: string): string | null {
  try {
    mkdirSync(path, { recursive: true })
    accessSync(path, constants.W_OK)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    return `Earmark keeps its library in ${path}, and cannot write there${code}. Nothing in it was changed. Make that folder writable, then start Earmark again.`
  }
}
