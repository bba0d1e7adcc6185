/** Keys of version 1 of the profile language, and what says the same now. */
export const moved: Readonly<Record<string, string>> = {
  metadata: '"metadata" is now "fields": the document holds fields as everything else does',
  name: '"name" of a unit is now its "role"; what rules take it for is "counts"',
  first: '"first" is now "where" on the fields: { "label": …, "where": "middle" }',
  last: '"last" is now "where" on the fields: { "label": …, "where": "middle" }',
  startAlso: '"startAlso" is now part of "start": [1, 0]',
  given: '"given" is now "required": false',
  inside: '"inside" is gone: items that tell to verify something are always read',
  extra: '"extra" is gone: a tracking checklist may hold other items',
  except: '"except" is now "where": { "except": […] } on a demand',
  implementation: '"implementation" is gone: the last of "values" is it',
  noneNeedsReason: '"noneNeedsReason" is now "none": "reason"',
  fieldsOrProse: '"fieldsOrProse" is now "or": "prose"',
  sentences: '"sentences" is now "max"',
  mayNest: '"mayNest" is now "reach": "next"',
  marked: '"marked" is now "each": "mark"'
}
