/** "45 min", "2 h 5 min". */
export function amountText(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

/** "3 chapters". */
export function chapterCountText(count: number): string {
  return count === 1 ? '1 chapter' : `${count.toLocaleString('en')} chapters`
}
