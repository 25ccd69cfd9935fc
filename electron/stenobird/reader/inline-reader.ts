import { success } from '../../../shared/result.ts'
import { type Reader, readDocument } from './readings.ts'

/** Reads on the thread it is called on, for tests and tools. */
export const inlineReader: Reader = {
  read: async (kind, document) => success(readDocument(kind, document)),
}
