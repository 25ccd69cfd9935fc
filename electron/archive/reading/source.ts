/** An archive that is read and never written to: a folder or a zip file. */
export type ArchiveSource = {
  /** Rejects with `RefusedArchive` if there is none or it is too large. */
  manifest: () => Promise<Buffer>
  /**
   * The content of a file that the manifest lists, and says how long it is. Nothing but a plain file inside of the archive
   * is read. Rejects with `RefusedArchive` or the system's error.
   */
  read: (path: string, bytes: number) => AsyncIterable<Buffer>
  close: () => Promise<void>
}
