import type { BriefSectionName } from '../../model/brief.ts';

const REASON = {
  reason: [
    'indicator',
    'words',
    'stance',
    'who',
    'relay',
    'place',
    'day',
    'also',
    'latest',
    'origins',
    'relays',
  ],
  bare: ['indicator', 'words', 'stance', 'place', 'day'],
} as const;

/** Kinds of sentences of each section, with the slots that each may use. */
export const PATTERNS: Readonly<Record<BriefSectionName, Readonly<Record<string, readonly string[]>>>> = {
  bottomLine: {
    horizon: ['days', 'until', 'probability', 'interval', 'baseRate'],
    confidence: ['confidence', 'why'],
    past: ['incidents', 'history', 'period'],
    record: ['settled', 'days', 'yes'],
  },
  changed: {
    outcome: ['since', 'incident', 'day'],
    moved: ['since', 'days', 'moved', 'before', 'after'],
    steady: ['since', 'days', 'after'],
    level: ['before', 'after'],
    came: ['indicator', 'origins', 'who'],
    further: ['indicator', 'origins', 'who'],
    gone: ['indicator'],
    corrected: ['words', 'outlet', 'day', 'cause'],
    disputed: ['thing', 'incident'],
  },
  for: { ...REASON, others: ['indicators'] },
  against: { ...REASON, others: ['indicators'] },
  window: { reason: [...REASON.reason, 'span'], bare: [...REASON.bare, 'span'] },
  contradictions: {
    figure: ['thing', 'whose', 'incident', 'day', 'values', 'relation'],
    dispute: ['thing', 'incident', 'day', 'values', 'relation'],
    distortion: ['relay', 'relayed', 'source', 'said'],
  },
  hypotheses: { hypothesis: ['hypothesis', 'answer', 'posterior', 'prior'], next: ['indicators'] },
  ladder: {
    step: ['day', 'incident', 'side', 'assumed', 'answered', 'followed', 'lag', 'change'],
    due: ['side', 'incident', 'days', 'median', 'longest'],
  },
  assumptions: {
    prior: ['incidents', 'period'],
    note: ['note'],
    strength: ['indicator', 'strength', 'direction', 'why'],
  },
  gaps: {
    blind: ['indicators'],
    looked: ['indicators'],
    unseen: ['indicators'],
    coverage: ['delivered'],
    gap: ['gap'],
  },
  sources: {
    source: ['sources', 'grade', 'word', 'reason'],
    unjudged: ['sources', 'grade', 'word'],
    information: ['indicators', 'grade', 'word', 'reason'],
  },
};
