/** Rules of remark-lint and of its plugins: a comment may be meant for them. */
const names =
  'alphabetize-lists alt-text are-links-valid are-links-valid-alive are-links-valid-duplicate blank-lines-1-0-2 ' +
  'blockquote-indentation books-links check-toc checkbox-character-style checkbox-content-indent code ' +
  'code-block-split-list code-block-style code-block-syntax correct-media-syntax definition-case definition-sort ' +
  'definition-spacing directive-attribute-sort directive-collapsed-attribute directive-quote-style ' +
  'directive-shortcut-attribute directive-unique-attribute-name double-link emphasis-marker fenced-code-flag ' +
  'fenced-code-flag-case fenced-code-marker file-extension final-definition final-newline first-heading-level ' +
  'frontmatter-schema hard-break-spaces heading-capitalization heading-increment heading-style heading-whitespace ' +
  'linebreak-style link-title-style list-item-bullet-indent list-item-content-indent list-item-indent ' +
  'list-item-spacing list-item-style match-punctuation maximum-heading-length maximum-line-length ' +
  'mdx-jsx-attribute-sort mdx-jsx-no-void-children mdx-jsx-quote-style mdx-jsx-self-close ' +
  'mdx-jsx-shorthand-attribute mdx-jsx-unique-attribute-name media-style no-auto-link-without-protocol ' +
  'no-blockquote-without-caret no-blockquote-without-marker no-consecutive-blank-lines no-dead-links no-dead-urls ' +
  'no-duplicate-defined-urls no-duplicate-definitions no-duplicate-headings no-duplicate-headings-in-section ' +
  'no-emphasis-as-heading no-empty-sections no-empty-url no-file-name-articles no-file-name-consecutive-dashes ' +
  'no-file-name-irregular-characters no-file-name-mixed-case no-file-name-outer-dashes no-heading-content-indent ' +
  'no-heading-indent no-heading-like-paragraph no-heading-punctuation no-hidden-table-cell no-html ' +
  'no-inline-padding no-literal-urls no-long-code no-missing-blank-lines no-multiple-toplevel-headings ' +
  'no-paragraph-content-indent no-reference-like-url no-repeat-punctuation no-shell-dollars ' +
  'no-shortcut-reference-image no-shortcut-reference-link no-table-indentation no-tabs no-this no-trailing-spaces ' +
  'no-undefined-references no-unneeded-full-reference-image no-unneeded-full-reference-link no-unused-definitions ' +
  'no-url-trailing-slash ordered-list-marker-style ordered-list-marker-value prohibited-strings ' +
  'smarty-pants-typography spaces-around-number spaces-around-word strikethrough-marker strong-marker ' +
  'table-cell-padding table-pipe-alignment table-pipes unordered-list-marker-style write-good'

export const otherRules: ReadonlySet<string> = new Set(names.split(' '))
