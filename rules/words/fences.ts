/** What of a broken fence says how far it reaches. */
interface Reach {
  hidesAll?: true
}

/** How far a broken fence, or HTML without its end, keeps a plan from being judged. */
export function whatIsHidden({ hidesAll }: Reach): string {
  return hidesAll ? 'what follows is not judged until then' : 'what it takes in is not judged until then'
}

/** Help for a fence that is never closed. */
export function unclosedHelp(fence: Reach): string {
  return `Close it with a line of as many of the same marks as open it; ${whatIsHidden(fence)}`
}
