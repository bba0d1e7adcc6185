import type { AsideWords } from './words.ts'

export const english: AsideWords = {
  putOff: {
    words:
      /\b(?:optional|deferred|postponed|skipped|later|future|follow-?ups?|backlog|moved|descoped|stretch|next|out of scope|won'?t)\b/iu,
    leftOver: /\bremaining\b/iu,
    undone: /^(?:the )?remaining\b/iu,
    unsure:
      /(?<![([–—-] ?)\b(?:later|future|moved(?! to)|next(?! (?:release|version|sprint|phase|plan|iteration))|remaining)\b(?!:| ?[)\]–—])/giu,
    titles:
      /^(?:roll-?backs?|back-?out|contingency)\b|\b(?:roll-?back (?:plan|checklist|procedure|steps)|only if|(?:if|when|as|where) (?:needed|necessary|required|applicable)|not part of|nice to have|(?:pr|pull request|merge request|issue|commit) (?:template|description|body|text))\b/iu,
    afterComma: /, (?:deferred|postponed|skipped|moved|descoped|won'?t)\b/iu,
    verbs: /^(?:is|was|are|were|now|to be|will be|has been) /iu
  },
  conditional: {
    behind:
      /^(?:(?:(?:create|add|make|modify|update|delete|only)(?: it)? )?(?:if|when|where|unless) (?:(?:it|they|one|that|this|there|the file|the target|the script|is|are|does|do|did|has|have|not|still|already|yet|doesn['’]t|isn['’]t|don['’]t|been) ){0,6}(?:exists?|existing|present|missing|absent|there|gone|any|found|available|defined|configured|installed|created|supported)|(?:it |they )?(?:may|might|could) (?:not )?(?:already |still |also )?(?:exist|be (?:there|present|missing|gone|absent))|overwrit(?:e|es|ten|ing)|whichever|or create)(?![\p{L}\p{N}-])/iu,
    making: /^(?:create|add|make|or create)\b/i,
    inSentence:
      /\b(?:if|when|where) (?:it |they |one |that |you )?(?:exists?|is|are|have|has|present|available|configured|defined|applicable|supported|installed)\b|\bor (?:equivalent|similar|whatever|its|the)\b/i,
    either: /\bwhichever\b/i
  },
  done: /^(?:(?:is |was )?already (?:done|gone|deleted|removed|created|added|renamed|moved|landed|merged|in place)|done|exists already)(?=\s?(?:[)\],.;]|$))/im,
  elsewhere: {
    otherWork:
      /^(?:(?:targets?|scripts?|recipes?|tasks?|files?|it|this|that) )?(?:(?:is|was|are|were|gets|will be|to be) )?(?:(?:added|created|introduced|made|written|defined|provided|comes?|lands?|arrives?|ships?) (?:by|in|with|on|from|through) (?:#\d|(?:the |a |an |our |another )?(?:pr|mr|pull request|merge request|branch|other plan)\b)|generated(?: (?:by|from|with) |(?=[)\],.;]))|on (?:the )?(?:branch\b|[\w./-]{1,60} branch\b))/i,
    otherRepository:
      /\b(?:in|from|inside|of) (?:another|a (?:different|separate|second)|(?:the |our |your |its )?(?!(?:the|our|your|its|a|an|this|that|same|current|main|root|whole|entire|local|git|project|own|target|cloned|top)\b)`?[\w./-]{1,40}`?(?: [\w-]{1,20})?) repo(?:sitory)?\b(?!['’]s? root| root)/i,
    slug: /^[\s*_~]{0,4}[([](?:in|from) `?([\w.-]{1,60}\/[\w.-]{1,60})`?[)\]]/i
  }
}
