import { notify } from '../shell/notice.ts'

/** The database rejects when the disk is full or its files are gone: the person is told, nothing is thrown on. */
export async function told(work: Promise<unknown>, failureText: string): Promise<void> {
  try {
    await work
  } catch {
    notify({ text: failureText, tone: 'failure' })
  }
}
