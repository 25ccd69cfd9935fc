import { open, stat } from 'node:fs/promises'

/** An open file, as much of it as a segment needs. */
export type DiskFile = {
  read: (into: Buffer, at: number, length: number, position: number) => Promise<{ bytesRead: number }>
  write: (bytes: Buffer, at: number, length: number) => Promise<{ bytesWritten: number }>
  /** Resolves once what was written, and its length, is on the disk. */
  datasync: () => Promise<void>
  truncate: (length: number) => Promise<void>
  stat: () => Promise<FileFacts>
  close: () => Promise<void>
}
export type FileFacts = { dev: number; ino: number; size: number }

/** The disk as a port, for the faults that no real disk makes on demand: errors in its hardware, and silence. */
export type Disk = {
  open: (path: string, flags: 'a+' | 'ax+') => Promise<DiskFile>
  stat: (path: string) => Promise<FileFacts>
}

export const realDisk: Disk = { open, stat }
