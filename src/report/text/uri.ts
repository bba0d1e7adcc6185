/** A path as a URI reference: each segment percent-encoded, an absolute path as a `file:` URI. */
export function pathUri(path: string): string {
  const encoded = path.split('/').map(encodeSegment).join('/')
  if (isAbsolute(path)) return path.startsWith('/') ? `file://${encoded}` : `file:///${encoded.replace('%3A', ':')}`
  return encoded
}

/** Whether a path does not depend on the working directory. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[a-z]:\//i.test(path)
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))
}

/** Whether a text is a plain web address, safe as a link in every format. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?#][\w./#%?=&~:@+,;-]*)?$/.test(text)
}
