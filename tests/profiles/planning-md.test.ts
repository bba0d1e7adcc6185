import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/index.ts'
import type { Mutant } from './mutate.ts'
import { runMutants, validPlans } from './mutate.ts'

/** Takes out what lies between two markers, the first one included. */
const cut =
  (from: string, until: string) =>
  (text: string): string => {
    const start = text.indexOf(from)
    return start < 0 ? text : text.slice(0, start) + text.slice(text.indexOf(until, start + from.length))
  }
/** Moves what lies between two markers to right in front of a third. */
const move =
  (from: string, until: string, before: string) =>
  (text: string): string => {
    const start = text.indexOf(from)
    const piece = text.slice(start, text.indexOf(until, start + from.length))
    const rest = text.replace(piece, '')
    return rest.replace(before, () => piece + before)
  }
const all =
  (...edits: ((text: string) => string)[]) =>
  (text: string): string =>
    edits.reduce((done, edit) => edit(done), text)
const put =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, () => to)
/** The line that holds a piece of text, after its `n`th occurrence. */
const line =
  (piece: string, n = 0) =>
  (lines: string[]): number =>
    lines.map((text, i) => (text.includes(piece) ? i + 1 : 0)).filter(i => i > 0)[n]!

const metadata: Mutant[] = [
  {
    name: 'no status',
    plan: 'valid-1',
    from: '**Document Status:** DESIGN_APPROVED\n',
    rule: 'metadata',
    at: '# PLANNING.MD',
    message: 'Missing "Document Status"'
  },
  {
    name: 'empty status',
    plan: 'valid-1',
    from: 'DESIGN_APPROVED',
    rule: 'metadata',
    at: '**Document Status',
    message: 'Empty'
  },
  {
    name: 'unknown status',
    plan: 'valid-1',
    from: 'DESIGN_APPROVED',
    to: 'ALMOST_READY',
    rule: 'metadata',
    at: '**Document Status',
    message: 'Unknown value'
  },
  {
    name: 'two statuses',
    plan: 'valid-1',
    from: 'DESIGN_APPROVED',
    to: 'DRAFT | DESIGN_APPROVED',
    rule: 'metadata',
    at: '**Document Status',
    message: 'exactly one'
  },
  {
    name: 'status of the template',
    plan: 'valid-1',
    from: 'DESIGN_APPROVED',
    to: '[DRAFT | DESIGN_APPROVED | IMPLEMENTATION_IN_PROGRESS | COMPLETE]',
    rule: 'no-placeholder',
    at: '**Document Status'
  },
  {
    name: 'unknown status in a table',
    plan: 'valid-3',
    from: '| COMPLETE |',
    to: '| Finished |',
    rule: 'metadata',
    at: 'Finished',
    message: 'Unknown value'
  },
  {
    name: 'no timestamp',
    plan: 'valid-2',
    from: 'Last Updated: March 18, 2025\n',
    rule: 'metadata',
    at: '# PLANNING.MD',
    message: 'Missing "Last Updated"'
  },
  {
    name: 'malformed timestamp',
    plan: 'valid-1',
    from: '2025-04-11 16:20 UTC\n',
    to: '11.4.2025\n',
    rule: 'metadata',
    at: '**Last Updated',
    message: 'Expected a date'
  },
  {
    name: 'vague timestamp',
    plan: 'valid-2',
    from: 'Last Updated: March 18, 2025',
    to: 'Last Updated: last week',
    rule: 'metadata',
    at: 'Last Updated',
    message: 'Expected a date'
  },
  {
    name: 'day that does not exist',
    plan: 'valid-3',
    from: '2025-02-27T17:05',
    to: '2025-02-30T17:05',
    rule: 'metadata',
    at: '**Last Updated**',
    message: 'no '
  },
  {
    name: 'timestamp in the future',
    plan: 'valid-3',
    from: '2025-02-27T17:05:00+01:00',
    to: '2999-02-27T17:05:00+01:00',
    rule: 'metadata',
    at: '**Last Updated**',
    message: 'has come'
  },
  {
    name: 'timestamp of the template',
    plan: 'valid-1',
    from: '2025-04-11 16:20 UTC\n**Approved',
    to: '[Timestamp]\n**Approved',
    rule: 'no-placeholder',
    at: '**Last Updated'
  },
  {
    name: 'no approver line',
    plan: 'valid-1',
    from: '**Approved By:** @mira.okafor\n',
    rule: 'metadata',
    at: '# PLANNING.MD',
    message: 'Missing "Approved By"'
  },
  {
    name: 'no approver',
    plan: 'valid-1',
    from: ' @mira.okafor',
    rule: 'metadata',
    at: '**Approved By',
    message: 'Missing approver'
  },
  {
    name: 'approver pending',
    plan: 'valid-1',
    from: '@mira.okafor',
    to: 'pending',
    rule: 'metadata',
    at: '**Approved By',
    message: 'Missing approver'
  },
  {
    name: 'approver N/A',
    plan: 'valid-3',
    from: 'Jörg Ängström (Redaktion), 2025-02-20',
    to: 'N/A',
    rule: 'metadata',
    at: '**Approved By',
    message: 'Missing approver'
  },
  {
    name: 'approver of the template',
    plan: 'valid-1',
    from: '@mira.okafor',
    to: '[User handle/name]',
    rule: 'no-placeholder',
    at: '**Approved By'
  },
  {
    name: 'no phase',
    plan: 'valid-3',
    from: '| **Current Phase** | Implementation |\n',
    rule: 'metadata',
    at: '# PLANNING.MD',
    message: 'Missing "Current Phase"'
  },
  {
    name: 'unknown phase',
    plan: 'valid-1',
    from: '**Current Phase:** Implementation',
    to: '**Current Phase:** Section 6',
    rule: 'metadata',
    at: 'Section 6',
    message: 'Unknown value'
  },
  {
    name: 'range of phases',
    plan: 'valid-2',
    from: 'Section 3 - Design Alternatives',
    to: 'Section 3–4',
    rule: 'metadata',
    at: 'Current Phase',
    message: 'Unknown value'
  }
]

const consistency: Mutant[] = [
  {
    name: 'draft in implementation',
    plan: 'valid-2',
    from: 'Section 3 - Design Alternatives',
    to: 'Implementation',
    rule: 'status-consistency',
    at: 'Current Phase',
    message: 'Conflicting phase'
  },
  {
    name: 'approved at section 3',
    plan: 'valid-1',
    from: '**Current Phase:** Implementation',
    to: '**Current Phase:** Section 3',
    rule: 'status-consistency',
    at: '**Current Phase'
  },
  {
    name: 'complete at section 5',
    plan: 'valid-3',
    from: '| Implementation |',
    to: '| Section 5 |',
    rule: 'status-consistency',
    at: '**Current Phase**'
  },
  {
    name: 'in progress at section 5',
    plan: 'valid-1',
    edit: all(
      put('DESIGN_APPROVED', 'IMPLEMENTATION_IN_PROGRESS'),
      put('**Current Phase:** Implementation', '**Current Phase:** Section 5')
    ),
    rule: 'status-consistency',
    at: '**Current Phase'
  },
  {
    name: 'approval ticked in a draft',
    plan: 'valid-2',
    from: '- [ ] The user has approved',
    to: '- [x] The user has approved',
    rule: 'status-consistency',
    at: 'The user has approved'
  },
  {
    name: 'answers ticked with an open question',
    plan: 'valid-2',
    from: '- [ ] Clarification questions',
    to: '- [x] Clarification questions',
    rule: 'status-consistency',
    at: 'Clarification questions: all'
  },
  {
    name: 'open boxes in a commit of a complete plan',
    plan: 'valid-3',
    from: '- Umschalter schreiben',
    to: '- [ ] Umschalter schreiben',
    rule: 'status-consistency',
    at: 'Umschalter schreiben',
    message: 'open'
  }
]

const sections: Mutant[] = [
  {
    name: 'no change log',
    plan: 'valid-3',
    edit: cut('## Change Log', '## 1. Goal'),
    rule: 'required-sections',
    at: '# PLANNING.MD'
  },
  {
    name: 'no section 1',
    plan: 'valid-2',
    edit: cut('## 1. Goal', '## 2. Research'),
    rule: 'required-sections',
    at: '## Change Log',
    message: 'Missing section "Goal'
  },
  {
    name: 'no section 2 in a draft past it',
    plan: 'valid-2',
    edit: cut('## 2. Research', '## 3. Design'),
    rule: 'required-sections',
    at: '## 1. Goal',
    message: 'Missing section "Research'
  },
  {
    name: 'no section 3',
    plan: 'valid-1',
    edit: cut('### **3. Design', '### **4. Detailed'),
    rule: 'required-sections',
    at: '### **2. Research',
    message: 'Missing section "Design Alternatives'
  },
  {
    name: 'no current section',
    plan: 'valid-2',
    edit: cut('## 3. Design', '## Completion'),
    rule: 'required-sections',
    at: '## 2. Research'
  },
  {
    name: 'no section 4',
    plan: 'valid-1',
    edit: cut('### **4. Detailed', '## **TOOLING'),
    rule: 'required-sections',
    at: '### **3. Design',
    message: 'Missing section "Detailed Design'
  },
  {
    name: 'no section 5',
    plan: 'valid-3',
    edit: cut('## 5. Implementation', '## Completion'),
    rule: 'required-sections',
    at: '## 4. Detailed',
    message: 'Missing section "Implementation Plan'
  },
  {
    name: 'no checklist',
    plan: 'valid-3',
    edit: text => text.slice(0, text.indexOf('## Completion Checklist')),
    rule: 'required-sections',
    at: '## 5. Implementation'
  },
  {
    name: 'no 2.2',
    plan: 'valid-1',
    edit: cut('#### **2.2', '#### **2.3'),
    rule: 'required-sections',
    at: '#### **2.1',
    message: 'Risks & Constraints'
  },
  { name: 'no 2.3', plan: 'valid-1', edit: cut('#### **2.3', '---'), rule: 'required-sections', at: '#### **2.2' },
  { name: 'no step 1', plan: 'valid-1', edit: cut('**Step 1', '---'), rule: 'required-sections', at: '#### **2.1' },
  {
    name: 'no step 3',
    plan: 'valid-1',
    edit: cut('**Step 3', '---'),
    rule: 'required-sections',
    at: '**Step 2a',
    message: 'Dependencies'
  },
  {
    name: 'no step 4',
    plan: 'valid-2',
    edit: cut('#### Step 4', '### 2.2'),
    rule: 'required-sections',
    at: '#### Step 3',
    message: 'Risk Assessment'
  },
  { name: 'no 4.1', plan: 'valid-3', edit: cut('### 4.1', '### 4.2'), rule: 'required-sections', at: '## 4. Detailed' },
  {
    name: 'no 4.2',
    plan: 'valid-1',
    edit: cut('#### **4.2', '---\n\n#### **4.3'),
    rule: 'required-sections',
    at: '#### **4.1'
  },
  {
    name: 'no 4.3',
    plan: 'valid-1',
    edit: cut('#### **4.3', '---\n\n#### **4.4'),
    rule: 'required-sections',
    at: '#### **4.2'
  },
  { name: 'no 4.4', plan: 'valid-3', edit: cut('### 4.4', '### 4.5'), rule: 'required-sections', at: '### 4.3' },
  { name: 'no 4.5', plan: 'valid-3', edit: cut('### 4.5', '## 5.'), rule: 'required-sections', at: '### 4.4' },
  {
    name: 'section 4 before section 2',
    plan: 'valid-3',
    edit: move('## 4. Detailed', '## 5.', '## 2. Research'),
    rule: 'required-sections',
    at: '## 4. Detailed',
    message: 'out of order'
  },
  {
    name: '2.3 before 2.1',
    plan: 'valid-2',
    edit: move('### 2.3', '## 3.', '### 2.1'),
    rule: 'required-sections',
    at: '### 2.3',
    message: 'out of order'
  },
  {
    name: 'wrong number',
    plan: 'valid-3',
    from: '## 4. Detailed Design',
    to: '## 7. Detailed Design',
    rule: 'required-sections',
    at: '## 7.',
    message: 'numbered 7'
  },
  {
    name: 'wrong number of a part',
    plan: 'valid-3',
    from: '### 4.3 Control Flow',
    to: '### 4.6 Control Flow',
    rule: 'required-sections',
    at: '### 4.6'
  },
  {
    name: 'section twice',
    plan: 'valid-2',
    edit: text =>
      text.replace('## 3. Design', () => '## 1. Goal and Feature Requirements\n\nOnce more.\n\n## 3. Design'),
    rule: 'required-sections',
    at: line('## 1. Goal', 1),
    message: 'Duplicate'
  },
  {
    name: 'misspelt section',
    plan: 'valid-3',
    from: '## 4. Detailed Design',
    to: '## 4. Detailled Design',
    rule: 'required-sections',
    at: 'Detailled'
  },
  {
    name: 'section 5 inside section 4',
    plan: 'valid-3',
    from: '## 5. Implementation Plan',
    to: '### 5. Implementation Plan',
    rule: 'required-sections',
    at: '### 5. Impl',
    message: 'nested'
  }
]

const content: Mutant[] = [
  {
    name: 'entry without a date',
    plan: 'valid-1',
    from: '**[2025-04-08 14:30 UTC]** Option B chosen',
    to: 'Option B chosen',
    rule: 'section-content',
    at: 'Option B chosen',
    message: 'date'
  },
  {
    name: 'entry with the date at its end',
    plan: 'valid-2',
    from: '2025-03-14: first talk with the finance team',
    to: 'first talk with the finance team (2025-03-14)',
    rule: 'section-content',
    at: 'first talk',
    message: 'date'
  },
  {
    name: 'row without a date',
    plan: 'valid-3',
    from: '| 2025-02-20 | Freigabe',
    to: '| kürzlich | Freigabe',
    rule: 'section-content',
    at: 'Freigabe ohne'
  },
  {
    name: 'entry with a date that does not exist',
    plan: 'valid-2',
    from: '2025-03-17T10:40',
    to: '2025-03-37T10:40',
    rule: 'metadata',
    at: 'questions sent'
  },
  {
    name: 'entry from the future',
    plan: 'valid-1',
    from: '[2025-04-11 16:20 UTC]',
    to: '[2998-04-11 16:20 UTC]',
    rule: 'metadata',
    at: 'Design approved'
  },
  {
    name: 'change log without a list',
    plan: 'valid-2',
    edit: all(cut('* 2025-03-14', '## 1.'), put('## 1.', 'Things have changed.\n\n## 1.')),
    rule: 'section-content',
    at: '## Change Log'
  },
  {
    name: 'no goal',
    plan: 'valid-1',
    from: /- \*\*User Story\/Goal:.*\n/,
    rule: 'section-content',
    at: '### **1. Goal',
    message: 'User Story/Goal'
  },
  {
    name: 'no requirements',
    plan: 'valid-2',
    edit: cut('__Specific', '__Success'),
    rule: 'section-content',
    at: '## 1. Goal',
    message: 'Specific Requirements'
  },
  {
    name: 'empty requirements',
    plan: 'valid-1',
    edit: cut('  - An order is locked', '- **Success'),
    rule: 'section-content',
    at: '**Specific Requirements',
    message: 'Empty'
  },
  {
    name: 'no success criteria',
    plan: 'valid-3',
    edit: cut('### Success', '### Out of'),
    rule: 'section-content',
    at: '## 1. Goal',
    message: 'Success Criteria'
  },
  {
    name: 'nothing out of scope',
    plan: 'valid-1',
    from: /- \*\*Out of Scope:.*\n/,
    rule: 'section-content',
    at: '### **1. Goal',
    message: 'Out of Scope'
  },
  {
    name: 'empty section 1',
    plan: 'valid-2',
    edit: all(cut('__User Story', '## 2.')),
    rule: 'section-content',
    at: '## 1. Goal',
    message: 'Empty section'
  },
  {
    name: 'no box ticked',
    plan: 'valid-1',
    from: '- [x] Modifying existing',
    to: '- [ ] Modifying existing',
    rule: 'section-content',
    at: 'Modifying existing (go',
    message: 'exactly one'
  },
  {
    name: 'both boxes ticked',
    plan: 'valid-1',
    from: '- [ ] Net new',
    to: '- [x] Net new',
    rule: 'section-content',
    at: 'Net new',
    message: 'exactly one'
  },
  {
    name: 'the other box ticked',
    plan: 'valid-2',
    edit: all(put('- [x] Net new', '- [ ] Net new'), put('- [ ] Modifying existing', '- [x] Modifying existing')),
    rule: 'section-content',
    at: 'Modifying existing',
    message: 'Missing'
  },
  {
    name: 'branch absent',
    plan: 'valid-2',
    edit: cut('#### Step 2b', '#### Step 3'),
    rule: 'section-content',
    at: 'Net new',
    message: 'which the ticked box leads to'
  },
  {
    name: 'branch empty',
    plan: 'valid-1',
    edit: cut('- **Current Implementation', '\n---\n\n**Step 3'),
    rule: 'section-content',
    at: '**Step 2a',
    message: 'Empty'
  },
  {
    name: 'other branch filled as well',
    plan: 'valid-3',
    from: 'N/A – es wird nur Bestehendes geändert.',
    to: '**Where does this fit in the system?**\n\n- [x] New utility/library: der Umschalter\n\n**What existing code does something similar?** `site/menu.tsx`\n\n**What patterns must I follow?** wie dort\n\n**What integration points exist?** None',
    rule: 'section-content',
    at: '**Step 2b',
    message: 'Conflicting branch'
  },
  {
    name: 'branch without a question',
    plan: 'valid-1',
    edit: cut('- **What patterns must I preserve', '- **What will break'),
    rule: 'section-content',
    at: '**Step 2a',
    message: 'What patterns'
  },
  {
    name: 'reason not ticked',
    plan: 'valid-1',
    from: '- [x] Bug fix',
    to: '- [ ] Bug fix',
    rule: 'section-content',
    at: 'Why does it need',
    message: 'ticked box'
  },
  {
    name: 'empty answer inside the branch',
    plan: 'valid-1',
    from: /Entry point: .*\n/,
    to: 'Entry point:\n',
    rule: 'section-content',
    at: 'Entry point:',
    message: 'Empty'
  },
  {
    name: 'no external dependencies',
    plan: 'valid-2',
    from: /\*\*External Dependencies:.*\n/,
    rule: 'section-content',
    at: '#### Step 3',
    message: 'External Dependencies'
  },
  {
    name: 'risk without a mitigation',
    plan: 'valid-1',
    from: ' Its calls pass `lock=false`, and a test pins that.',
    rule: 'section-content',
    at: '**Regression Risk',
    message: 'Missing mitigation'
  },
  {
    name: 'nested mitigation gone',
    plan: 'valid-2',
    from: '  - archives are streamed, never held in memory\n',
    rule: 'section-content',
    at: 'big months take',
    message: 'Missing mitigation'
  },
  {
    name: 'mitigation cell empty',
    plan: 'valid-3',
    from: 'der Bau bricht dann ab |',
    to: ' |',
    rule: 'section-content',
    at: 'eine Sprache fehlt',
    message: 'Missing mitigation'
  },
  {
    name: 'no mitigation column',
    plan: 'valid-3',
    edit: text => text.replace('| Mitigation |', '| Owner |'),
    rule: 'section-content',
    at: '| Risk |',
    message: 'Missing column'
  },
  {
    name: 'no regressions in 2.2',
    plan: 'valid-1',
    from: /- \*\*Regressions:.*\n/,
    rule: 'section-content',
    at: '#### **2.2',
    message: 'Regressions'
  },
  {
    name: 'empty performance in 2.2',
    plan: 'valid-2',
    from: 'Performance: 5,000 PDFs of 80 kB are 400 MB',
    to: 'Performance:',
    rule: 'section-content',
    at: '- Performance:',
    message: 'Empty'
  },
  {
    name: 'questions without boxes',
    plan: 'valid-1',
    edit: all(put('- [x] Question 1', '- Question 1'), put('- [x] Question 2', '- Question 2')),
    rule: 'section-content',
    at: '#### **2.3',
    message: 'task list'
  },
  {
    name: 'open question after approval',
    plan: 'valid-1',
    from: '- [x] Question 2',
    to: '- [ ] Question 2',
    rule: 'open-questions',
    at: 'Question 2'
  },
  {
    name: 'N/A without a reason',
    plan: 'valid-3',
    from: 'N/A – es wird nur Bestehendes geändert.',
    to: 'N/A',
    rule: 'na-justification',
    at: line('N/A')
  },
  {
    name: 'N/A for the map',
    plan: 'valid-3',
    edit: all(cut('```mermaid', '### 4.2'), put('### 4.2', 'N/A – nichts ruft etwas auf.\n\n### 4.2')),
    rule: 'na-justification',
    at: 'nichts ruft'
  }
]

const options: Mutant[] = [
  {
    name: 'one option',
    plan: 'valid-1',
    edit: cut('#### **Option A', '#### **Option B'),
    rule: 'alternatives',
    at: '### **3. Design',
    message: 'at least 2'
  },
  {
    name: 'four options',
    plan: 'valid-1',
    edit: text =>
      text.replace(
        '#### **Recommendation',
        () =>
          ['C', 'D']
            .map(
              x =>
                `#### **Option ${x}: Queue ${x}**\n- **Approach:** A queue.\n- **Pros:** Simple\n- **Cons:** Slow\n\n`
            )
            .join('') + '#### **Recommendation'
      ),
    rule: 'alternatives',
    at: 'Option D',
    message: 'at most 3'
  },
  {
    name: 'no approach',
    plan: 'valid-1',
    from: /- \*\*Approach:\*\* A dict.*\n/,
    rule: 'alternatives',
    at: 'Option A',
    message: 'Approach'
  },
  {
    name: 'no pros',
    plan: 'valid-1',
    from: /- \*\*Pros:\*\* Surv.*\n/,
    rule: 'alternatives',
    at: '#### **Option B',
    message: 'Pros'
  },
  {
    name: 'empty cons',
    plan: 'valid-1',
    from: ' A migration, and one more write',
    rule: 'alternatives',
    at: line('**Cons:', 1),
    message: 'Empty "Cons"'
  },
  {
    name: 'no recommendation',
    plan: 'valid-1',
    edit: cut('#### **Recommendation', '---'),
    rule: 'alternatives',
    at: '### **3. Design',
    message: 'recommendation'
  },
  {
    name: 'recommends what is no option',
    plan: 'valid-1',
    from: 'Recommendation:** Option B',
    to: 'Recommendation:** Option C',
    rule: 'alternatives',
    at: 'Recommendation',
    message: 'Unknown option'
  },
  {
    name: 'no rationale',
    plan: 'valid-1',
    from: /\*\*Rationale:.*\n/,
    rule: 'alternatives',
    at: 'Recommendation',
    message: 'rationale'
  },
  {
    name: 'half of the canonical sentence',
    plan: 'valid-3',
    from: ' This is the\n> canonical approach per existing patterns.',
    rule: 'alternatives',
    at: '## 3. Design'
  }
]

const design: Mutant[] = [
  {
    name: 'no drawing',
    plan: 'valid-3',
    edit: cut('```mermaid', '#### Modified'),
    rule: 'section-content',
    at: '### 4.1',
    message: 'diagram'
  },
  {
    name: 'circular map',
    plan: 'valid-1',
    from: '  ↑ called by\n[scanner/api.py]',
    to: '  ↑ called by\n[warehouse/clock.py]',
    rule: 'file-coverage',
    at: line('[warehouse/clock.py]', 1),
    message: 'Circular'
  },
  {
    name: 'circular mermaid',
    plan: 'valid-3',
    from: '  B --> C[site/header.tsx]',
    to: '  B --> C[site/header.tsx]\n  C --> A',
    rule: 'file-coverage',
    at: 'C --> A',
    message: 'Circular'
  },
  {
    name: 'file without a change',
    plan: 'valid-1',
    from: ' – maps `OrderLocked` to 409',
    rule: 'section-content',
    at: '- `warehouse/errors.py`',
    message: 'what changes'
  },
  {
    name: 'new file without a purpose',
    plan: 'valid-1',
    from: ' – creates the table',
    rule: 'section-content',
    at: '- `migrations/0042',
    message: 'what changes'
  },
  {
    name: 'cell without a change',
    plan: 'valid-3',
    from: '| zeigt den Umschalter |',
    to: '| |',
    rule: 'section-content',
    at: '| `site/header.tsx` |',
    message: 'what changes'
  },
  {
    name: 'empty list of new files',
    plan: 'valid-1',
    edit: cut('- `warehouse/locks.py` – acq', '\n---\n\n#### **4.2'),
    rule: 'section-content',
    at: '**New Files',
    message: 'Empty'
  },
  {
    name: 'file of the map that no commit touches',
    plan: 'valid-1',
    from: '- `warehouse/errors.py` – maps',
    to: '- `warehouse/audit.py` – writes each lock down\n- `warehouse/errors.py` – maps',
    rule: 'file-coverage',
    at: 'warehouse/audit.py'
  },
  {
    name: 'file of a commit that the map lacks',
    plan: 'valid-1',
    from: '(new), `warehouse/errors.py` (modify)',
    to: '(new), `warehouse/errors.py` (modify), `warehouse/audit.py` (modify)',
    rule: 'file-coverage',
    at: '**Files:** `warehouse/locks.py`'
  },
  {
    name: 'file of a commit that is being written, and the finished map lacks',
    plan: 'valid-1',
    edit: all(
      put('**Current Phase:** Implementation', '**Current Phase:** Section 5'),
      put(
        '(new), `warehouse/errors.py` (modify)',
        '(new), `warehouse/errors.py` (modify), `warehouse/audit.py` (modify)'
      )
    ),
    rule: 'file-coverage',
    at: '**Files:** `warehouse/locks.py`'
  },
  {
    name: 'new in the map, modified in the commit',
    plan: 'valid-1',
    from: '`migrations/0042_order_locks.sql` (new)',
    to: '`migrations/0042_order_locks.sql` (modify)',
    rule: 'file-coverage',
    at: '**Files:** `migrations',
    message: 'Conflicting'
  },
  {
    name: 'modified in the map, new in the commit',
    plan: 'valid-3',
    from: '- `site/locales.json` (modified)',
    to: '- `site/locales.json` (new)',
    rule: 'file-coverage',
    at: '- `site/locales.json` (new)',
    message: 'Conflicting'
  },
  {
    name: 'body in Python',
    plan: 'valid-1',
    from: '    ...\n',
    to: '    row = db.fetch(order_id)\n    return Lock(*row)\n',
    rule: 'no-implementation-code',
    at: 'row = db.fetch'
  },
  {
    name: 'body in TypeScript',
    plan: 'valid-3',
    from: 'export declare function Toggle(props: { current: Locale; others: Locale[] }): JSX.Element',
    to: 'export function Toggle(props: Props): JSX.Element {\n  const names = props.others.map(o => o.name)\n  return <ul>{names}</ul>\n}',
    rule: 'no-implementation-code',
    at: 'const names'
  },
  {
    name: 'no happy path',
    plan: 'valid-1',
    edit: cut('**Happy Path', '**Failure Paths'),
    rule: 'section-content',
    at: '#### **4.3',
    message: 'Happy Path'
  },
  {
    name: 'no failure paths',
    plan: 'valid-3',
    edit: cut('**Failure Paths', '### 4.4'),
    rule: 'section-content',
    at: '### 4.3',
    message: 'Failure Paths'
  },
  {
    name: 'empty failure paths',
    plan: 'valid-1',
    edit: cut('- Row exists', '\n---\n\n#### **4.4'),
    rule: 'section-content',
    at: '**Failure Paths',
    message: 'Empty'
  },
  {
    name: 'edge case without a result',
    plan: 'valid-1',
    from: ' → Second picker gets the order',
    rule: 'section-content',
    at: 'If the lock ran out'
  },
  {
    name: 'edge case without an action',
    plan: 'valid-1',
    from: ' → Extend the lock → Picker sees the order as before',
    rule: 'section-content',
    at: 'If the same picker'
  },
  {
    name: 'edge case without a result in a table',
    plan: 'valid-3',
    from: '| der Wechsel gilt für diese Seite |',
    to: '| |',
    rule: 'section-content',
    at: 'Cookies sind'
  },
  {
    name: 'no unit tests',
    plan: 'valid-3',
    from: '| **Unit Tests** | `toggle.test.tsx` |\n',
    rule: 'section-content',
    at: '### 4.5',
    message: 'Unit Tests'
  },
  {
    name: 'no integration tests',
    plan: 'valid-1',
    edit: cut('- **Integration Tests', '- **Manual'),
    rule: 'section-content',
    at: '#### **4.5',
    message: 'Integration Tests'
  },
  {
    name: 'no manual verification',
    plan: 'valid-1',
    edit: cut('- **Manual Verification', '---\n\n## **TOOLING'),
    rule: 'section-content',
    at: '#### **4.5',
    message: 'Manual Verification'
  },
  {
    name: 'empty 4.2',
    plan: 'valid-3',
    edit: cut('```ts', '### 4.3'),
    rule: 'section-content',
    at: '### 4.2',
    message: 'Empty section'
  },
  {
    name: 'et cetera in the flow',
    plan: 'valid-1',
    from: 'order loaded → 200',
    to: 'order loaded etc. → 200',
    rule: 'vague-wording',
    at: 'order loaded etc.'
  }
]

const implementation: Mutant[] = [
  {
    name: 'no phases',
    plan: 'valid-1',
    edit: cut('### **Phase 1', '## **COLL'),
    rule: 'section-content',
    at: '## 5. Implementation',
    message: 'Empty section'
  },
  {
    name: 'phase without commits',
    plan: 'valid-1',
    edit: text => text.replace('### **Phase 2', () => '### **Phase 2: Pause**\n\nNothing happens.\n\n### **Phase 3'),
    rule: 'step-sequence',
    at: 'Phase 2: Pause'
  },
  {
    name: 'hole in the phases',
    plan: 'valid-3',
    from: '### Phase 2 –',
    to: '### Phase 4 –',
    rule: 'step-sequence',
    at: '### Phase 4'
  },
  {
    name: 'hole in the commits',
    plan: 'valid-1',
    from: '**Commit 3: Lock',
    to: '**Commit 4: Lock',
    rule: 'step-sequence',
    at: '**Commit 4'
  },
  {
    name: 'commit number twice',
    plan: 'valid-1',
    from: '**Commit 2: Add',
    to: '**Commit 1: Add',
    rule: 'step-sequence',
    at: line('**Commit 1', 1)
  },
  {
    name: 'commits numbered anew in a phase',
    plan: 'valid-3',
    from: '#### Commit 2',
    to: '#### Commit 1',
    rule: 'step-sequence',
    at: line('#### Commit 1', 1)
  },
  {
    name: 'commits from 0',
    plan: 'valid-3',
    edit: all(put('#### Commit 1', '#### Commit 0'), put('#### Commit 2', '#### Commit 1')),
    rule: 'step-sequence',
    at: '#### Commit 0'
  },
  {
    name: 'no files',
    plan: 'valid-1',
    from: '- **Files:** `warehouse/orders.py` (modify), `warehouse/locks.py` (modify)\n',
    rule: 'step-fields',
    at: '**Commit 3',
    message: 'Files'
  },
  {
    name: 'file without a mark',
    plan: 'valid-1',
    from: '`warehouse/errors.py` (modify)',
    to: '`warehouse/errors.py`',
    rule: 'step-fields',
    at: '**Files:** `warehouse/locks.py`',
    message: 'warehouse/errors.py'
  },
  {
    name: 'no changes',
    plan: 'valid-1',
    edit: cut('- **Changes:**\n  - Create', '- **Verification'),
    rule: 'step-fields',
    at: '**Commit 1',
    message: 'Changes'
  },
  {
    name: 'empty changes',
    plan: 'valid-3',
    edit: cut('- Jede Sprache', '**Verification'),
    rule: 'step-fields',
    at: '**Changes**',
    message: 'Empty'
  },
  {
    name: 'no tests',
    plan: 'valid-1',
    from: '- **Tests:** None (schema only)\n',
    rule: 'step-fields',
    at: '**Commit 1',
    message: 'Tests'
  },
  {
    name: 'no verification',
    plan: 'valid-3',
    edit: cut('**Verification**\n\n1.', '**Tests**'),
    rule: 'step-verification',
    at: '#### Commit 2',
    message: 'Missing verification'
  },
  {
    name: 'empty verification',
    plan: 'valid-1',
    from: ' `make migrate && make check-schema` passes',
    rule: 'step-verification',
    at: '**Verification:**',
    message: 'Empty verification'
  },
  {
    name: 'verification without a command',
    plan: 'valid-1',
    from: '`make migrate && make check-schema` passes',
    to: 'Migration tests pass',
    rule: 'step-verification',
    at: '**Verification:** Migration',
    message: 'Missing command'
  },
  {
    name: 'verification that cannot fail',
    plan: 'valid-3',
    from: '$ node scripts/check-locales.mjs\nok',
    to: '$ echo checked',
    rule: 'verification-quality',
    at: 'echo checked'
  }
]

const checklist: Mutant[] = [
  {
    name: 'box open after approval',
    plan: 'valid-1',
    from: '- [x] Every edge case',
    to: '- [ ] Every edge case',
    rule: 'completion-checklist',
    at: 'Every edge case'
  },
  {
    name: 'box open in a complete plan',
    plan: 'valid-3',
    from: '5. [x] The testing',
    to: '5. [ ] The testing',
    rule: 'completion-checklist',
    at: 'The testing strategy'
  },
  {
    name: 'item removed',
    plan: 'valid-1',
    from: '- [x] Data flow is unambiguous (no "TBD" or "etc.").\n',
    rule: 'completion-checklist',
    at: 'COMPLETION CHECKLIST'
  },
  {
    name: 'item removed from a draft',
    plan: 'valid-2',
    from: '- [ ] Modified and new files: all identified\n',
    rule: 'completion-checklist',
    at: '## Completion Checklist'
  },
  {
    name: 'all ticked in a draft',
    plan: 'valid-2',
    edit: text => {
      const at = text.indexOf('## Completion')
      return text.slice(0, at) + text.slice(at).replaceAll('[ ]', '[x]')
    },
    rule: 'completion-checklist',
    at: 'Clarification questions: all'
  },
  {
    name: 'no boxes',
    plan: 'valid-3',
    edit: text => text.replace(/(\d\.) \[x\]/g, '$1'),
    rule: 'completion-checklist',
    at: '## Completion Checklist'
  }
]

const leftovers: Mutant[] = [
  {
    name: 'bracket field',
    plan: 'valid-1',
    from: 'Lost on restart, and wrong as soon as there are two instances',
    to: '[Specific technical costs]',
    rule: 'no-placeholder',
    at: '**Cons:'
  },
  {
    name: 'bracket with an example',
    plan: 'valid-1',
    from: 'Open one order on two scanners in the test warehouse',
    to: '[e.g., "Click around"]',
    rule: 'no-placeholder',
    at: 'Click around'
  },
  {
    name: 'bracket with code',
    plan: 'valid-2',
    from: 'jobs live below `src/exports/`, routes below `src/routes/`',
    to: '[Where do new files go? `src/`? `lib/`?]',
    rule: 'no-placeholder',
    at: 'Project structure'
  },
  {
    name: 'path of the template',
    plan: 'valid-1',
    from: '`warehouse/orders.py:40-112`',
    to: '`path/to/file.py:LineRange`',
    rule: 'no-placeholder',
    at: 'LineRange'
  },
  { name: 'TBD', plan: 'valid-3', from: 'gilt für diese Seite', to: 'TBD', rule: 'no-placeholder', at: 'Cookies' },
  {
    name: 'TODO in a finished section of a draft',
    plan: 'valid-2',
    from: 'none found',
    to: 'TODO',
    rule: 'no-placeholder',
    at: 'Circular'
  },
  {
    name: 'instruction of the template',
    plan: 'valid-1',
    from: '#### **2.3 Clarification Questions**\n',
    to: '#### **2.3 Clarification Questions**\n*For each risk, state mitigation strategy.*\n',
    rule: 'no-placeholder',
    at: '*For each risk'
  }
]

runMutants('planning-md', validPlans('planning-md'), [
  ...metadata,
  ...consistency,
  ...sections,
  ...content,
  ...options,
  ...design,
  ...implementation,
  ...checklist,
  ...leftovers
])

describe('the completion checklist of a draft', () => {
  const draft = validPlans('planning-md')['valid-2']!
  const missing = (phase: string): boolean =>
    lintText(draft.replace(/## Completion Checklist[^]*/, '').replace('Section 3 - Design Alternatives', phase), {
      path: 'PLANNING.md',
      now: Date.parse('2025-04-01')
    }).findings.some(({ message }) => message === 'Missing section "Completion Checklist"')

  it('may be absent until the design is written, and not behind that', () => {
    expect([missing('Section 3'), missing('Section 5')]).toEqual([false, true])
  })
})
