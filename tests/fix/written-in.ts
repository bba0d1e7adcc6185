/** What somebody who has never seen planlint writes into the brackets of a new plan, by the words that stand in them. */
type Answers = Readonly<Record<string, string>>

/** By the words in the bracket; those that several profiles have in common come first. */
const named: Answers = { name: 'Searches that forgive typing errors' }
const common: Answers = {
  ...named,
  'a command in backticks that fails until this is done': '`npm test -- fuzzy` passes'
}
/** Where a sentence would do as well. */
const seen: Answers = { ...named, 'how it is seen that this is done': 'Type "oka tabel": the oak table is listed.' }

/** The line that only says what to do goes once it is read. */
const toDelete = 'Tick one box and delete this line. Fill in the section below that the box leads to; delete the other'

export const answers: Readonly<Record<string, Answers>> = {
  'design-plan': {
    ...common,
    'the outcome or deliverable': 'A search that finds "oak table" when somebody types "oka tabel".',
    'the problem that it solves': 'One search in nine finds nothing, and most of those are typing errors.',
    'what is in, and what is out': 'Product names only; descriptions are left as they are.',
    'List what is left out, each item with its reason': 'Other languages, because the index knows English only',
    'how the parts fit together': 'The matcher sits between the route and the index.',
    'how information moves': 'The words of a query go through the matcher, then to the index.',
    'what was chosen, and why': 'Distances of one letter, since two find too much.',
    'Draw the files that the plan touches in a fence, each with new, modified, deleted or renamed: old':
      'src/search/fuzzy.ts <new>\nsrc/search/route.ts <modified>',
    'name of the file': '`src/search/fuzzy.ts`',
    'Say what the file is for and what changes in it': 'Finds the nearest words of the index for a word.',
    'name of the alternative': 'A search service',
    'Describe the alternative in a sentence or two': 'Rent a service that does all of it.',
    'the decisive reasons against it': 'It costs more each month than the shop earns by it.',
    'name of the step': 'The matcher',
    'path/of/a-file': '`src/search/fuzzy.ts`, `src/search/route.ts`',
    'what to do, in order': 'Write the matcher with its tests',
    'what belongs under Testing Strategy; or N/A and the reason': 'The matcher is tested alone, the route with it.',
    'what belongs under Error Handling; or N/A and the reason': 'An empty query is answered with an empty list.',
    'what belongs under Security; or N/A and the reason': 'N/A: queries were public before and stay so',
    'what belongs under Performance; or N/A and the reason': 'One query may take 40 ms instead of 30.',
    'what belongs under Observability; or N/A and the reason': 'The share of empty results is counted.',
    Dependency: 'The word list',
    Status: 'Complete',
    Owner: '@noor',
    Notes: 'made nightly',
    'List the questions, each with its context and whom to ask (@name)':
      'Are brands words too? Some are misspelt on purpose. @noor knows them.',
    "Write down the plan's problems and what would improve it":
      'The word list is a day old. Making it on each change would be better and is not hard.'
  },
  'openspec-proposal': {
    name: 'Searches that forgive typing errors',
    'what problem this solves, and why now':
      'One search in nine finds nothing, and most of those are typing errors; the shop opens its second branch in May.',
    '- what is new, what is other, what goes': '- A word that is one letter off finds what was meant',
    'code, interfaces and systems that it touches; or N/A and the reason': '`src/search/`, and the index of products'
  },
  'openspec-design': {
    name: 'Searches that forgive typing errors',
    '- what was chosen, and why it over something else; or N/A and the reason':
      '- Distances of one letter: two find too much'
  },
  'openspec-tasks': {
    name: 'Tasks',
    'name of the group': 'Matcher',
    'what the task is, and how it is verified': 'Write the matcher, and test it with twelve misspelt words'
  },
  'openspec-spec': {
    name: 'search Specification',
    'what the capability is for, in a sentence or two': 'Customers find products by words, misspelt or not.',
    'name of the requirement': 'Words that are nearly right',
    'who or what': 'The search',
    'what it has to do': 'find products whose words are one letter off.',
    'name of the scenario': 'One letter is missing',
    'what happens': 'a customer types "oka tabel"',
    'what follows from it': 'the oak table is found'
  },
  'openspec-delta': {
    name: 'Search',
    'name of the requirement': 'Words that are nearly right',
    'who or what': 'The search',
    'what it has to do': 'find products whose words are one letter off.',
    'name of the scenario': 'One letter is missing',
    'what happens': 'a customer types "oka tabel"',
    'what follows from it': 'the oak table is found'
  },
  'handoff-plan': {
    ...common,
    'who planned it': 'Mira Okafor',
    'who implements it': 'the night agent',
    'what is wrong, and for whom': 'One search in nine finds nothing, and customers leave.',
    'the way chosen, in two or three sentences': 'Words are compared with the index. One letter may differ.',
    'a task list of what must be true at the end': '"oka tabel" finds the oak table',
    'Draw the files that matter in a fence under Key Files':
      'src/search/\n├── fuzzy.ts   # new\n└── route.ts   # modified',
    'Show the patterns of the code that the implementer should follow':
      'Routes stay thin, as `src/search/route.ts` is.',
    'List what is used and what is new, or write "None"': 'None',
    'name of the decision': 'How far apart words may be',
    'why this one': 'Two letters find too much.',
    'which one, and why': 'A distance of one letter',
    'name of the phase': 'Matcher',
    'a numbered list, each file with its path': '`src/search/fuzzy.ts`',
    'a numbered list, each file that changes with its path': '`src/search/route.ts`',
    'Name the variables and config files that change': 'N/A: the distance is no setting',
    'the commands that check the work, in backticks or a fence': '`npm test` passes, and so does `npm run lint`.',
    'List the documents that change, and how': '`docs/search.md` says what is forgiven.',
    'name of the issue': 'Short words',
    'what may go wrong': 'A word of two letters is near to everything.',
    'what to do about it': 'Words below four letters are compared as they are.',
    'Say which units are tested, and how': 'The matcher, with twelve misspelt words.',
    'Say what is tested together, and how': 'The route with a small index.',
    'Say how the change gets to its users, step by step': 'To one customer in ten first, then to all.',
    'List how to see that it is done right': 'Empty results fall below one in twenty',
    'Write down the order of work, what to do when stuck, and what not to do':
      'Matcher first. When stuck, ask Mira. Leave the index alone.'
  },
  'task-plan': {
    ...common,
    'link to the results document': '`docs/fuzzy-results.md`',
    'what the task is called': 'Fuzzy search',
    'PoC, Feature, Issue or Refactor': 'Feature',
    'one sentence: what is known once it works': 'One letter of tolerance halves the empty results.',
    'what makes it more than a toy': 'It runs on the real index and is measured there',
    'List what the task delivers': 'A matcher for words with one wrong letter',
    'why the task requires it': 'The whole suite takes nine minutes',
    'a command that shows that it is in place': '`npm test -- search` passes',
    'Write each criterion as a task': '"oka tabel" finds the oak table',
    'Draw the files of the task in a fence': 'src/search/fuzzy.ts   # new\ntests/fuzzy.test.ts   # new',
    'List the principles that the code follows': 'One job for each module',
    'name of the step': 'The matcher',
    'what the step accomplishes': 'A misspelt word is matched',
    'what there is afterwards': 'A module with its tests',
    'List what to do as tasks': 'Write the module',
    'the code, with the file it goes to': '// src/search/fuzzy.ts\nexport function nearest(word: string): string[]',
    'the tests of this very step': '`tests/fuzzy.test.ts` with twelve misspelt words',
    'Test File': '`tests/fuzzy.test.ts`',
    'What it covers': 'The matcher',
    'a command that shows that it is done, and in the line below it "# Expected: what it prints"':
      'npm test -- fuzzy\n# Expected: 12 passed',
    File: '`src/search/fuzzy.ts`',
    'one of Create, Modify, Delete, Rename, Move': 'Create',
    Status: 'Pending',
    'Say what is added, or "No new dependencies"': 'No new dependencies',
    Risk: 'Short words match everything',
    'one of H, M, L, High, Medium, Low, Med': 'M',
    Mitigation: 'Compare them as they are',
    'List what comes after the task': 'Phrases of several words'
  },
  'cursor-plan': {
    name: common.name!,
    'what the plan is called': 'Fuzzy search',
    'what it achieves, in a sentence or two': 'A customer finds a product in spite of a typing error.',
    'a-short-name': 'matcher',
    'what is to be done': 'Write the matcher',
    'what changes, and how it is shown to work': 'The matcher compares words. `npm test -- fuzzy` shows that it does.'
  },
  'gsd-plan': {
    '01-name': '04-search',
    '01': '01',
    'what the plan achieves, and why': 'A customer finds a product in spite of a typing error.',
    'what is built': 'The matcher',
    'src/a-file.ts, tests/a-file.test.ts': 'src/search/fuzzy.ts, tests/fuzzy.test.ts',
    'what is to be done, and what is to be left alone': 'Compare words. Leave the index alone.',
    'a command that shows it, in backticks': '`npm test -- fuzzy`',
    'what is true once it is done': 'Twelve misspelt words are matched.'
  },
  'bmad-story': {
    name: common.name!,
    'As a …, I want …, so that …':
      'As a customer, I want a search that forgives a typing error, so that I find what I look for.',
    'what somebody sees once it is done': 'A word with one wrong letter finds the product.',
    'what else': 'A word with two wrong letters finds nothing.',
    'what is done, and behind it which criteria it meets': 'Write the matcher (AC: 1, 2)',
    'a part of it': 'Compare words letter by letter',
    'what the developer has to know, with its sources; or N/A and the reason': 'The index holds words in small letters.'
  },
  'bmad-build': {
    name: common.name!,
    'what is built, in a few words': 'Searches that forgive typing errors',
    'what is broken or missing': 'One search in nine finds nothing.',
    'what is done about it': 'Words are compared letter by letter.',
    'what holds throughout': 'The index stays as it is.',
    'what is left alone': 'No service of somebody else.',
    'what it is for': 'It compares words.',
    'what is done': 'compare words with the index',
    why: 'the route only asks',
    'a state': 'a word with one wrong letter',
    'what happens': 'somebody searches for it',
    'what is seen': 'the product is listed'
  },
  'copilot-plan': {
    name: common.name!,
    'what the plan achieves, as a title': 'A search that forgives a typing error',
    'name of the requirement': 'A word with one wrong letter finds the product.',
    'name of the phase': 'The matcher',
    'name of the goal': 'Words are compared with the index.',
    'what is done, with the files and functions by their names': 'Write `matches` in `src/search/fuzzy.ts`',
    'name of the alternative': 'A service of somebody else',
    'name of the dependency': 'The index of products',
    'name of the file': '`src/search/fuzzy.ts`: the matcher',
    'name of the test': 'A word with one wrong letter',
    'name of the risk': 'Short words match too much'
  },
  'superpowers-plan': {
    ...common,
    'a command in backticks that fails until this is done': '`npm test -- fuzzy`',
    'what the plan achieves, in a sentence': 'A customer finds a product in spite of a typing error.',
    'the approach in two or three sentences': 'Words are compared with the index. One letter may differ.',
    'languages and libraries': 'TypeScript and Vitest',
    'name of the task': 'The matcher',
    'a list: "- Create: path", "- Modify: path", "- Test: path"': 'Create: `src/search/fuzzy.ts`',
    'what the command shows once it is done': '12 passed',
    'name of the step': 'Write the test'
  },
  'speckit-spec': {
    name: common.name!,
    'the branch, as 001-name': '`004-fuzzy`',
    'Draft, until it is decided': 'Draft',
    'what was asked for, in the words of whoever asked': '"People who mistype should find things."',
    'name of the story': 'A customer mistypes a product',
    'what the story is worth': 'One search in nine finds nothing.',
    'how it is tried by itself': 'Type "oka tabel" and look at the list.',
    'where it begins': 'an oak table in the shop',
    'what happens': 'somebody searches for "oka tabel"',
    'what follows from it': 'the oak table is in the list',
    'who or what': 'The search',
    'what it has to do': 'find words that differ by one letter',
    'name of the criterion': 'Empty results fall below one in twenty.',
    'what happens at the limits, and when something fails; inside "User Scenarios & Testing" or beside it':
      '- What if a word has two letters? It is compared as it is.'
  },
  'speckit-plan': {
    name: common.name!,
    'the branch, as 001-name': '`004-fuzzy`',
    'a link to spec.md': '[spec.md](./spec.md)',
    'what belongs under Summary': 'A matcher between the route and the index.',
    'as TypeScript 5.9': 'TypeScript 5.9',
    'what the tests are run with': 'Vitest',
    'what belongs under Constitution Check; or N/A and the reason': 'Simple first: one module more. Passes.',
    'which structure was chosen, and why': 'One module beside the route, since only it asks.',
    'the files of this feature, drawn as a tree': '```text\nspecs/004-fuzzy/\n├── plan.md\n└── tasks.md\n```',
    'the folders and files that the feature touches, drawn as a tree; or N/A and the reason':
      '```text\nsrc/search/\n├── fuzzy.ts\n└── route.ts\n```'
  },
  'speckit-tasks': {
    ...seen,
    'name of the phase': 'A customer mistypes a product',
    'name of the task': 'Write the matcher in `src/search/fuzzy.ts`'
  },
  'speckit-checklist': {
    ...named,
    'name of the check': 'Does the specification say what happens to words of two letters?'
  },
  'speckit-quickstart': {
    ...named,
    'how a spec-kit feature is tried once it is there':
      'Run `npm test -- fuzzy`; then type "oka tabel" and look for the oak table.'
  },
  'speckit-research': {
    ...named,
    'what was found out for a spec-kit feature':
      '## How near a word must be\n\n**Decision**: Two letters off.\n\n**Rationale**: Three bring too much.'
  },
  'speckit-data-model': {
    ...named,
    'the entities of a spec-kit feature with their fields and states':
      '## Query\n\n- `words`: what was typed, never empty\n- `hits`: products, nearest first'
  },
  'speckit-lean-spec': {
    ...named,
    'what the feature is, and for whom': 'Customers who mistype a product find it all the same.',
    'name of the requirement': 'A word with two letters wrong finds its product.',
    'name of the story': 'A customer mistypes a product',
    'what this story is about': 'A customer types "oka tabel", and sees the oak table first.',
    'name of the criterion': 'Nine of ten mistyped words find their product.'
  },
  'speckit-lean-plan': {
    ...named,
    'languages, libraries, and where the code lies': 'TypeScript 5.9; the matcher lies in `src/search/`.',
    'what was decided, and why': '- Compare letters, not sounds: names of products are made up.'
  },
  'speckit-constitution': {
    ...named,
    'the principles that the plans of a repository are held against':
      '## Simple first\n\nNo service is rented for what a module of the shop can do.'
  },
  'advisor-plan': {
    ...named,
    'P1, P2 or P3': 'P2',
    'S, M or L': 'S',
    'LOW, MED or HIGH': 'LOW',
    'plans that come first, or none': 'none',
    'bug, tests, security, docs …': 'bug',
    'commit 1a2b3c4, and the date': 'commit `4e1f09b`, 2026-05-30',
    'what goes wrong without it': 'One search in nine finds nothing, and most of those are typing errors.',
    'the code as it is, with paths and lines': '`src/search/route.ts` asks the index for each word as it was typed.',
    'the commands that check the work, in backticks or a fence': '`npm test` passes, and so does `npm run lint`.',
    'a list of the files that may be changed': '`src/search/fuzzy.ts`',
    'a list of what is left alone, though it looks related': '`src/search/index.ts`',
    'the branch, and how commits are written; or N/A and the reason': 'On `fuzzy`, one commit for each step.',
    'name of the step': 'Write the matcher',
    'a command in backticks that fails until this is done': '`npm test -- fuzzy`',
    'what the command shows once it is done': '12 passed',
    'the tests that are written, and after which ones they are modelled; or N/A and the reason':
      'Twelve misspelt words, after `tests/route.test.ts`.',
    'List what a machine can check: "npm test exits 0"': '`npm test -- fuzzy` exits 0',
    'List when to stop and report': '- The index has changed since the commit above',
    'what whoever changes this next has to know; or N/A and the reason':
      'Words below four letters are compared as they are.'
  },
  execplan: {
    ...named,
    'what somebody can do after the change that they could not do before':
      'A customer who types "oka tabel" finds the oak table.',
    'List what is to be done as boxes, and stamp each with the time once it is: "(YYYY-MM-DD hh:mmZ) …"':
      'Write the matcher',
    'how things are now, with the files by their full paths, for a reader who knows nothing of them; or N/A and the reason':
      '`src/search/route.ts` asks the index for each word as it was typed.',
    'in prose, which file is changed how, in which order; or N/A and the reason':
      'A matcher is added in `src/search/fuzzy.ts`; then the route asks it first.',
    'the commands to run, where to run them, and what they show; or N/A and the reason':
      'At the top of the repository, `npm test -- fuzzy` prints "12 passed".',
    'the commands that check the work, in backticks or a fence': '`npm test` passes, and so does `npm run lint`.',
    'what may be run again, and how to get back from a step that failed halfway; or N/A and the reason':
      'All of it may be run again; `git restore src/search` takes it back.',
    'output, diffs and notes that prove what is said; or N/A and the reason': 'N/A: nothing has been run yet',
    'the libraries, types and functions that must be there at the end; or N/A and the reason':
      '`nearest(word: string): string[]` in `src/search/fuzzy.ts`.'
  },
  'kiro-requirements': {
    name: 'Searches that forgive typing errors',
    'what the feature is, and for whom, in a few sentences; or N/A and the reason':
      'Customers find products though they mistype a letter.',
    'name of the requirement': 'One wrong letter',
    'who wants what, and why: "As a …, I want …, so that …"':
      'As a customer, I want a wrong letter forgiven, so that I find what I look for.',
    'Write it as "WHEN …, THE SYSTEM SHALL …"': 'WHEN a word has one wrong letter, THE SYSTEM SHALL find it'
  },
  'kiro-bugfix': {
    name: 'Searches that find nothing',
    'what is wrong, and for whom, in a few sentences; or N/A and the reason': 'One search in nine finds nothing.',
    'name of the criterion': 'WHEN a letter is wrong THEN the system finds nothing',
    'who or what': 'WHEN a letter is wrong THEN the system',
    'what it has to do': 'find the word'
  },
  'kiro-design': {
    name: 'Searches that forgive typing errors',
    'what is built, and why this way; or N/A and the reason': 'A matcher before the index, since the index stays.',
    'the parts, and how they work together; or N/A and the reason':
      'The route asks the matcher, the matcher the index.',
    'each part with what others call; or N/A and the reason': 'The matcher: `nearest(word)`.',
    'what is stored and sent; or N/A and the reason': 'N/A: nothing new is stored',
    'what fails, and what happens then; or N/A and the reason': 'The index is down: the route answers 503.',
    'what is tested, and how; or N/A and the reason': 'The matcher, with twelve misspelt words.'
  },
  'kiro-tasks': {
    name: 'Implementation Plan',
    'what the task is': 'Write the matcher',
    'what the sub-task is': 'Compare words letter by letter',
    'the criteria that it meets: 1.1, 2.3': '1.1'
  },
  'backlog-plan': {
    ...seen,
    'where the project stands': 'the search finds exact words only.',
    'name of the item': 'Forgive one letter',
    'what the item achieves': 'Misspelt words are found.',
    'a list of what is to be done': 'Write a matcher',
    'the paths of the files concerned': '`src/search/fuzzy.ts`'
  },
  'planning-md': {
    ...common,
    [toDelete]: '',
    'who approved the design': 'pending',
    'List what was decided when, each entry led by its date': 'asked the shop what customers type',
    'the goal in one sentence': 'A customer finds a product in spite of a typing error.',
    'a list of what must hold': 'One wrong letter in a word is forgiven',
    'what shows that it works': '"oka tabel" finds the oak table.',
    'what is left out': 'Words in other languages',
    'the files that do it now': '`src/search/route.ts`',
    'what they do, in a sentence': 'It asks the index for each word.',
    'how they are reached': '`GET /search`',
    'the boxes that apply, ticked': 'The behaviour of today is wrong',
    'error handling, testing and configuration as they are': 'Errors are thrown, tests stand beside the modules.',
    'direct callers and indirect dependencies': 'The start page calls the route.',
    'files to learn from': '`src/search/route.ts`',
    'structure, names, errors and configuration': 'One module for each job',
    'database, services, authentication': 'The index',
    'libraries and services': 'None',
    'modules of the project': '`src/search/index.ts`',
    'migrations, variables, flags, compatibility': 'None',
    'List the risks, each with what is done about it behind an arrow (→)':
      'Short words match everything → they are compared as they are',
    'flows that could break': 'The search by number',
    'what could become slow': 'Queries of many words',
    'import cycles, or None': 'None',
    'what a release needs': 'None',
    'List the questions as tasks, ticked once answered': 'Are brands words too? Yes, says Noor.',
    'name of the option': 'Letters that differ',
    'the approach in a sentence or two': 'Words are compared letter by letter.',
    'what speaks for it': 'It is simple',
    'what speaks against it': 'Long words need more than one letter',
    'which one': 'Option A',
    'why this one': 'It needs nothing new.',
    'each file in backticks, with what changes in it': '`src/search/route.ts`: asks the matcher first',
    'each file in backticks, with its purpose': '`src/search/fuzzy.ts`: the matcher',
    'Draw which file calls which, leaves first, in a fence': 'src/search/fuzzy.ts\n  ↑ called by\nsrc/search/route.ts',
    'Write the types and signatures in a fence, without bodies': 'nearest(word: string): string[]',
    'the steps from entry to exit': 'query → matcher → index → list',
    'what happens on each failure': 'The index is down → 503',
    'List the cases, each with what is done and what comes of it, with arrows (→) between':
      'If the query is empty → skip the index → the list is empty',
    'the unit tests by name': '`nearest finds oak for oka`',
    'the integration tests by name': '`the route forgives one letter`',
    'what is checked by hand': 'Type "oka" on the start page',
    'name of the phase': 'Matcher',
    'name of the commit': 'The matcher',
    'path/of/a-file (new)': '`src/search/fuzzy.ts` (new)',
    'what changes, as a list': 'Add `nearest()`',
    'tests that the commit adds, or None': '`tests/fuzzy.test.ts`'
  }
}

/** What is done once planlint has spoken, by the beginning of what it says: edits that its help asks for. */
export type Remedies = readonly (readonly [said: string, edit: (text: string) => string])[]

const cut = (text: string, from: string, to: string): string =>
  text.slice(0, text.indexOf(from)) + (to === '' ? '' : text.slice(text.indexOf(to, text.indexOf(from))))

export const remedies: Readonly<Record<string, Remedies>> = {
  'design-plan': [
    [
      'Missing "src/search/route.ts" in the file-by-file overview',
      text =>
        text.replace(
          '## Alternatives Considered',
          '#### `src/search/route.ts`\n\nAsks the matcher before the index.\n\n## Alternatives Considered'
        )
    ],
    [
      'Missing "src/search/route.ts" in the steps',
      text => text.replace('**Actions**', '- `src/search/route.ts`\n\n**Actions**')
    ]
  ],
  'handoff-plan': [],
  'task-plan': [
    [
      'Missing "tests/fuzzy.test.ts" in the file table',
      text => text.replace('\n\n## Dependencies', '\n| `tests/fuzzy.test.ts` | Create | Pending |\n\n## Dependencies')
    ]
  ],
  'superpowers-plan': [],
  'openspec-proposal': [],
  'openspec-design': [],
  'openspec-tasks': [],
  'openspec-spec': [],
  'openspec-delta': [],
  'gsd-plan': [],
  'bmad-story': [],
  'bmad-build': [],
  'copilot-plan': [],
  'cursor-plan': [],
  'speckit-spec': [],
  'speckit-plan': [],
  'speckit-tasks': [],
  'speckit-checklist': [],
  'speckit-quickstart': [],
  'speckit-research': [],
  'speckit-data-model': [],
  'speckit-lean-spec': [],
  'speckit-lean-plan': [],
  'speckit-constitution': [],
  'advisor-plan': [],
  execplan: [],
  'kiro-requirements': [],
  'kiro-bugfix': [],
  'kiro-design': [],
  'kiro-tasks': [],
  'backlog-plan': [],
  'planning-md': [
    [
      'Expected exactly one ticked box in "Locate the Change"',
      text => cut(text.replace('- [ ] Modifying', '- [x] Modifying'), '#### Adding New Functionality', '#### 3.')
    ],
    ['Unanswered question', text => text.replace('- [ ] Are brands', '- [x] Are brands')],
    ['Missing approver', text => text.replace('pending', 'Mira Okafor')],
    [
      'Unchecked item',
      text =>
        cut(text, '## Completion Checklist', '') +
        text.slice(text.indexOf('## Completion Checklist')).replaceAll('- [ ] ', '- [x] ')
    ],
    [
      'Missing "src/search/route.ts" in the commits',
      text => text.replace('fuzzy.ts` (new)', 'fuzzy.ts` (new)\n- `src/search/route.ts` (modify)')
    ]
  ]
}
