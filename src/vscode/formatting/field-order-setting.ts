import * as vscode from 'vscode';
import { type FieldOrder, isFieldOrder } from '../../core/formatting/field-order';
import { section } from '../configuration';
import { settingsScopeOf } from '../documents/original-uri';

const name = 'formattedView.fieldOrder';
export const fieldOrderSetting = `${section}.${name}`;

/** The order of fields in the formatted view of a document. */
export function readFieldOrder(document: vscode.TextDocument): FieldOrder {
  const order = vscode.workspace.getConfiguration(section, settingsScopeOf(document)).get<unknown>(name);
  return isFieldOrder(order) ? order : 'file';
}
