import { type Result, success } from '../../shared/result.ts'
import { call } from '../bridge.ts'
import { saveNow } from '../home/saving.ts'
import { receiveStanding, useHome } from './home-store.ts'
import { checkText, movedText } from './home-words.ts'

/** Each gives a sentence about what was done, or `null` when there is none to tell. */
export type HomeAct = () => Promise<Result<string | null>>

export const showFolder: HomeAct = async () => {
  const shown = await call('home.show-folder', null)
  return shown.ok ? success(null) : shown
}

export const checkHome: HomeAct = async () => {
  const checked = await call('home.check', null)
  return checked.ok ? success(checkText(checked.value)) : checked
}

/** The person chooses where; what is there is copied, or found there. */
export const moveHome: HomeAct = async () => {
  const before = useHome.getState().standing
  const moved = await call('home.move', null)
  if (!moved.ok) return moved
  if (moved.value === null) return success(null)
  receiveStanding(moved.value)
  return success(movedText(before, moved.value))
}

export const keepHomeHere: HomeAct = async () => {
  const before = useHome.getState().standing
  const kept = await call('home.keep-here', null)
  if (!kept.ok) return kept
  receiveStanding(kept.value)
  return success(movedText(before, kept.value))
}

export const tryHomeAgain: HomeAct = async () => {
  const tried = await call('home.retry', null)
  if (!tried.ok) return tried
  receiveStanding(tried.value)
  saveNow()
  return success(null)
}
