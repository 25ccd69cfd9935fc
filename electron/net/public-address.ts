import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address is one of the public internet: not this machine, its network, a cloud's metadata
 * service (169.254.169.254 and the like are link-local), nor any other range that is reserved.
 * IPv4 inside IPv6 (mapped, or behind NAT64) is judged by the IPv4 address.
 */
export function isPublicAddress(text: string): boolean {
  const address = parsed(text)
  if (address === null) return false
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast'
  if (address.isIPv4MappedAddress()) return address.toIPv4Address().range() === 'unicast'
  // IPv4 in IPv6 as it was written once, ::7f00:1; nothing public is there.
  if (
    address
      .toByteArray()
      .slice(0, 12)
      .every((byte) => byte === 0)
  )
    return false
  if (address.range() === 'rfc6052') return translatedByNat64(address).range() === 'unicast'
  return address.range() === 'unicast'
}

/** The last 32 bits of 64:ff9b::/96 (RFC 6052), which is what an IPv6-only network's DNS hands out. */
function translatedByNat64(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12))
}

/** Whether an IP address is this machine's own, in any writing. */
export function isLoopbackAddress(text: string): boolean {
  const address = parsed(text)
  if (address === null) return false
  const plain =
    address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address
  return plain.range() === 'loopback'
}

function parsed(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  return ipaddr.isValid(bare) ? ipaddr.parse(bare) : null
}
