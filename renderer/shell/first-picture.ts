import { libraryIsRead } from '../db/use-library.ts'

/** So soon after the list came nobody has done anything with it. */
const untouchedMs = 500
/** A database that is busy, or gives nothing, must not keep the rest from beginning. */
const patienceMs = 3000

/** Resolves once the list of episodes has been on the screen for a moment: what nobody waits for begins then. */
export async function afterFirstPicture(): Promise<void> {
  const { promise: longEnough, resolve } = Promise.withResolvers<void>()
  setTimeout(resolve, patienceMs)
  await Promise.race([libraryIsRead(), longEnough])
  await new Promise((done) => setTimeout(done, untouchedMs))
}
