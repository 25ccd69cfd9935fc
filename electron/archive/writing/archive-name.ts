/** Of a folder or file, without an ending; by the day in UTC, as all that is in it. */
export function archiveName(createdAt: Date): string {
  return `Earmark archive ${createdAt.toISOString().slice(0, 10)}`
}
