/** Folding makes equal what people write differently, and keeps apart what is different. */
import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { foldText, wordsOf } from './normalise.ts';

suite('A folded text', () => {
  test('is the same for spellings that differ in case, accents, width, spaces and punctuation', () => {
    for (const spelling of [
      'Müller & Söhne, GmbH',
      'MULLER  SOHNE GMBH',
      'Mu\u0308ller/So\u0308hne (GmbH)',
      'ＭＵＬＬＥＲ Sohne gmbh.',
    ]) {
      assert.equal(foldText(spelling), 'muller sohne gmbh', spelling);
    }
    assert.equal(foldText("O'Brien"), foldText('O’BRIEN'));
    assert.equal(foldText('Łódź Straße Ærø'), 'lodz strasse aero');
  });

  test('keeps letters of other scripts', () => {
    assert.equal(foldText('北京 有限公司'), '北京 有限公司');
    assert.equal(foldText('Ελλάδα'), 'ελλαδα');
    assert.notEqual(foldText('王伟'), foldText('王芳'));
  });

  test('of nothing but punctuation is empty', () => {
    for (const text of ['', ' ', '-', '...', '—', '!?']) assert.deepEqual(wordsOf(text), []);
  });

  test('folds to itself', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        assert.equal(foldText(foldText(text)), foldText(text));
      }),
    ));

  test('is the same on the short way for ASCII as on the way for all scripts', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (text) => {
        assert.deepEqual(
          [...wordsOf(text), 'ä'.normalize('NFKD').slice(0, 1)],
          wordsOf(`${text} ä`),
        );
      }),
    ));
});
