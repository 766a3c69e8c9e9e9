import type { AcceptedFindings } from '../accepted/accepted-findings';
import type { Catalog } from '../catalog/catalog';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';

export interface CheckSettings {
  readonly localizer: Localizer;
  readonly levels: RuleLevels;
  readonly catalog: Catalog;
  /** Findings that are counted apart and not shown. */
  readonly accepted?: AcceptedFindings | undefined;
  /** Whether syntax errors and repeated keys are already reported by something else, such as the editor's own JSON support. */
  readonly isSyntaxReportedElsewhere: boolean;
  /** Whether the file type is JSON Lines. */
  readonly isLineDelimited: boolean;
}
