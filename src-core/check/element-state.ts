import { ROLE_NAMES, ROLES } from '../document/roles.ts';
import type { Role } from '../document/roles.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';

/** What is the matter with an element as a whole: it is missing, does not belong here, or stands once too often. */
export type ElementTrouble = 'missing' | 'forbidden' | 'excess';

/** The codes that judge whole elements; the role where the finding has no place that says it. */
const TROUBLES: Partial<Record<DiagnosticCode, readonly [ElementTrouble, Role]>> = {
  'copy-number-missing': ['missing', 'copyNumber'], 'signatory-missing': ['missing', 'signatory'], 'title-missing': ['missing', 'title'],
  'addressee-missing': ['missing', 'addressee'], 'body-missing': ['missing', 'body'], 'contact-missing': ['missing', 'note'],
  'attachment-unlisted': ['missing', 'attachmentNote'], 'date-missing': ['missing', 'date'], 'element-missing': ['missing', 'body'],
  'signatory-unexpected': ['forbidden', 'signatory'], 'addressee-forbidden': ['forbidden', 'addressee'], 'element-forbidden': ['forbidden', 'body'],
  'seal-unexpected': ['forbidden', 'signature'],
  'addressee-several': ['excess', 'addressee'], 'title-duplicate': ['excess', 'title'], 'element-excess': ['excess', 'documentNumber'],
};

export interface ElementFinding {
  readonly trouble: ElementTrouble;
  readonly role: Role;
  readonly diagnostic: Diagnostic;
}

/** Of what a check found, what concerns an element as a whole: the miniature of 版头／主体／版记 shows it. */
export function elementFindings(findings: readonly Diagnostic[]): ElementFinding[] {
  return findings.flatMap((diagnostic) => {
    const known = TROUBLES[diagnostic.code];
    if (!known) return [];
    const [trouble, usual] = known;
    const named = ROLE_NAMES.find((role) => ROLES[role].name === diagnostic.args.element);
    return [{ trouble, role: named ?? diagnostic.where?.role ?? usual, diagnostic }];
  });
}
