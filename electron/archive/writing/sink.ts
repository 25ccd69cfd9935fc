/** Where an archive is written to: a folder or a zip file, under a name that is not the final one yet. */
export type ArchiveSink = {
  /** Begins a file; the one before must have been ended. Rejects with the system's error, as all of these do. */
  begin: (path: string) => Promise<SinkFile>
  /** Writes a whole file, perhaps beside others: that it failed may be told by what is asked next. The one before must have been ended. */
  put: (path: string, bytes: Buffer) => Promise<void>
  /** Flushes everything and gives it its final name, which is the answer. */
  finish: () => Promise<string>
  /** Takes away whatever was written. */
  discard: () => Promise<void>
}

export type SinkFile = {
  write: (bytes: Buffer) => Promise<void>
  end: () => Promise<void>
}
