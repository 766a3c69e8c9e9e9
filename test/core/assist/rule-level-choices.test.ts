import assert from 'node:assert/strict';
import {
  levelNotice,
  lowerLevels,
  notSetNotice,
  notTakenBackNotice,
  ownerOfRule,
  ownersToOffer,
  withLevels,
  withoutLevels,
} from '../../../src/core/assist/rule-level-choices';
import type { RuleLevel } from '../../../src/core/rules/severity';
import type { Language } from '../../../src/core/text/localization';
import { settingsIn } from '../../support/asking';

describe('levels of rules in the settings', () => {
  const [named, others] = [{ 'unknown-event': 'error' }, { 'missing-field': 'off' }];
  const ownerIn = (user: unknown, workspace: unknown, folder: unknown) =>
    ownerOfRule('unknown-event', { user, workspace, folder });

  it('are written to the innermost scope that sets the rule', () => {
    assert.equal(ownerIn(named, named, named), 'folder');
    assert.equal(ownerIn(named, named, others), 'workspace');
    assert.equal(ownerIn(named, others, undefined), 'user');
  });

  it('are written for the user if inner scopes set other rules only', () => {
    assert.equal(ownerIn(undefined, others, others), 'user');
    assert.equal(ownerIn(others, {}, {}), 'user');
    assert.equal(ownerIn(undefined, undefined, undefined), 'user');
    assert.equal(ownerOfRule('toString', { user: undefined, workspace: others, folder: others }), 'user');
  });

  it('replace a value that is no object, which would override the user settings', () => {
    for (const broken of ['error', ['error'], null, 3]) {
      assert.equal(ownerIn(named, broken, others), 'workspace');
      assert.equal(ownerIn(named, named, broken), 'folder');
    }
  });

  it('are offered for the innermost scope and the one that decides, unless an inner one overrides it', () => {
    const offered = (user: unknown, workspace: unknown, folder: unknown) =>
      (['user', 'workspace', 'folder'] as const).map((innermost) =>
        ownersToOffer('unknown-event', { user, workspace, folder }, innermost).join(' '),
      );
    assert.deepEqual(offered(named, others, others), ['user', 'workspace user', 'folder user']);
    assert.deepEqual(offered(named, named, undefined).slice(1), ['workspace', 'folder workspace']);
    assert.deepEqual(offered(undefined, undefined, named).slice(2), ['folder']);
  });

  it('are offered with titles that say what they affect', () => {
    const titlesOf = (isProminent: boolean, language: 'en' | 'zh-cn') =>
      lowerLevels(
        'unknown-event',
        { isProminent, owners: ['folder', 'workspace', 'user'] },
        settingsIn(language).localizer,
      ).map(({ level, owner, title }) => `${level} ${owner}: ${title}`);
    assert.deepEqual(titlesOf(true, 'en'), [
      'hint folder: Report "unknown-event" as a hint (this folder)',
      'hint workspace: Report "unknown-event" as a hint (this workspace)',
      'hint user: Report "unknown-event" as a hint (user settings, every folder)',
      'off folder: Turn off "unknown-event" (this folder)',
      'off workspace: Turn off "unknown-event" (this workspace)',
      'off user: Turn off "unknown-event" (user settings, every folder)',
    ]);
    assert.deepEqual(titlesOf(false, 'zh-cn'), [
      'off folder: 关闭“unknown-event”（此文件夹）',
      'off workspace: 关闭“unknown-event”（此工作区）',
      'off user: 关闭“unknown-event”（用户设置，所有文件夹）',
    ]);
  });

  it('are added to the existing setting', () => {
    assert.deepEqual(withLevels(undefined, { 'unknown-event': 'off' }), { 'unknown-event': 'off' });
    assert.deepEqual(withLevels({ own: 1, 'unknown-event': 'error' }, { 'unknown-event': 'off' }), {
      own: 1,
      'unknown-event': 'off',
    });
    for (const broken of ['error', ['error'], null, 3]) {
      assert.deepEqual(withLevels(broken, { 'unknown-event': 'off' }), { 'unknown-event': 'off' });
    }
  });

  it('are undone individually: later changes to other rules stay', () => {
    const levels = { 'notable-event': 'information' } as const;
    assert.deepEqual(withoutLevels({ ...levels, 'unknown-event': 'off' }, undefined, levels), {
      'unknown-event': 'off',
    });
    const before = { 'notable-event': 'off', 'missing-field': 'error' };
    assert.deepEqual(withoutLevels({ ...levels, 'unknown-value': 'hint' }, before, levels), {
      'notable-event': 'off',
      'unknown-value': 'hint',
    });
  });

  it('are not undone if changed since', () => {
    const now = { 'notable-event': 'warning' };
    assert.deepEqual(withoutLevels(now, undefined, { 'notable-event': 'information' }), now);
  });

  it('leave the setting as it was before: absent or empty', () => {
    const levels = { 'notable-event': 'information' } as const;
    assert.equal(withoutLevels(levels, undefined, levels), undefined);
    assert.deepEqual(withoutLevels(levels, {}, levels), {});
    assert.equal(withoutLevels(undefined, undefined, levels), undefined);
  });

  it('are confirmed in both languages', () => {
    const off = { rule: 'unknown-event', level: 'off', owner: 'folder' } as const;
    assert.deepEqual(levelNotice(off, settingsIn('en').localizer), {
      message: '"unknown-event" is now off (folder settings)',
      undo: 'Undo',
      openSettings: 'Open Settings',
    });
    const hint = { rule: 'unknown-event', level: 'hint', owner: 'user' } as const;
    assert.equal(
      levelNotice(hint, settingsIn('zh-cn').localizer).message,
      '“unknown-event”的级别已改为提示（用户设置）',
    );
  });

  it('say what is shown now of notable events', () => {
    const messageFor = (level: RuleLevel, language: Language): string =>
      levelNotice({ rule: 'notable-event', level, owner: 'user' }, settingsIn(language).localizer).message;
    const kinds =
      'failures, root user, no MFA, agencies, changed audit settings, other accounts, and images exported, copied, shared or deleted';
    assert.equal(
      messageFor('information', 'en'),
      `Notable events are now shown in the Problems panel: ${kinds} (user settings)`,
    );
    assert.equal(messageFor('hint', 'en'), `Notable events are now shown as hints: ${kinds} (user settings)`);
    assert.equal(messageFor('off', 'en'), 'Notable events are no longer shown (user settings)');
    assert.equal(messageFor('off', 'zh-cn'), '不再显示应关注的事件（用户设置）');
  });

  it('are reported in both languages if they could not be written', () => {
    const off = { rule: 'unknown-event', level: 'off', owner: 'workspace' } as const;
    assert.deepEqual(notSetNotice(off, 'ctsTrace.rules', settingsIn('en').localizer), {
      message:
        'Could not write the setting. Set "unknown-event" to "off" in \'ctsTrace.rules\' (workspace settings)',
      openSettings: 'Open Settings',
    });
    assert.equal(
      notTakenBackNotice(off, 'ctsTrace.rules', settingsIn('zh-cn').localizer).message,
      "无法写入设置，未能还原 'ctsTrace.rules' 中的“unknown-event”（工作区设置）",
    );
  });
});
