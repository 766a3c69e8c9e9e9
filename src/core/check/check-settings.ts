import type { Catalog } from '../catalog/catalog';
import type { RuleLevels } from '../rules/severity';
import type { Localizer } from '../text/localization';

/** What a check goes by. */
export interface CheckSettings {
  readonly localizer: Localizer;
  readonly levels: RuleLevels;
  /** The events that are known. */
  readonly catalog: Catalog;
  /** Whether someone else already tells of broken JSON, as the editor's own JSON support does. */
  readonly isSyntaxReportedElsewhere: boolean;
  /** Whether the file is JSON Lines by its kind. */
  readonly isLineDelimited: boolean;
}
