import type { ReactNode } from 'react'
import { call } from '../bridge.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { reportFault } from './faults.ts'
import { Stopped } from './stopped.tsx'

/** Kept by the window until it is closed. */
const triedKey = 'failed-start-tried'

/** What is shown when the start failed; of the database's faults, most are gone when the page begins once more. */
export async function afterFailedStart(fault: unknown): Promise<ReactNode> {
  reportFault(fault)
  if (storageProblem(fault) === null) {
    return (
      <Stopped title="Earmark could not start">
        Something in Earmark went wrong; nothing in your library was changed. The log has the details.
      </Stopped>
    )
  }
  // Damage that Chromium finds while it reads makes it throw the database away, and another one is opened next.
  if (sessionStorage.getItem(triedKey) === null) {
    sessionStorage.setItem(triedKey, 'reload')
    return beginOnceMore()
  }
  return giveUpDatabase()
}

export function startSucceeded(): void {
  sessionStorage.removeItem(triedKey)
}

/** Has the database set aside, and the page begin once more with an empty one. */
export async function giveUpDatabase(): Promise<ReactNode> {
  const given = await call('database.give-up', null)
  if (given.ok) return beginOnceMore()
  return <Stopped title="Your library could not be opened">{given.problem.message}</Stopped>
}

function beginOnceMore(): Promise<never> {
  location.reload()
  // This page is gone before there is anything to show.
  return new Promise(() => {})
}
