/** Where an archive is written to: a folder or a zip file, under a name that is not the final one yet. */
export type ArchiveSink = {
  /** Begins a file; the one before must have been ended. Rejects with the system's error, as all of these do. */
  begin: (path: string) => Promise<SinkFile>
  /** Flushes everything and gives it its final name, which is the answer. */
  finish: () => Promise<string>
  /** Takes away whatever was written. */
  discard: () => Promise<void>
}

export type SinkFile = {
  write: (bytes: Buffer) => Promise<void>
  end: () => Promise<void>
}
