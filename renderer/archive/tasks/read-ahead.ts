/** Gives what `source` gives, whose next piece is made while the one before is dealt with. */
export async function* readAhead<Piece>(source: AsyncIterator<Piece, void>): AsyncGenerator<Piece> {
  for (let next = source.next(); ; ) {
    const { done, value } = await next
    if (done === true) return
    next = source.next()
    // Nobody asks for it any more where this one could not be dealt with.
    next.catch(() => undefined)
    yield value
  }
}
