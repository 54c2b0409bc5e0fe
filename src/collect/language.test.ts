import { describe, expect, test } from 'vitest';
import { languageOf } from './language.ts';

describe('the language', () => {
  test.each([
    [
      'en',
      'The ministry said on Sunday that the ferry had run every day since June, and that it would go on.',
    ],
    ['fr', 'Le ministère a déclaré dimanche que le ferry avait circulé tous les jours depuis juin.'],
    ['de', 'Das Ministerium sagte am Sonntag, die Fähre sei seit Juni jeden Tag gefahren.'],
    ['ar', 'قالت الوزارة يوم الأحد إن العبارة تعمل كل يوم منذ يونيو وإنها ستواصل العمل في الأشهر القادمة.'],
    [
      'es',
      'Kordia no ha retirado sus cañones del río, informó el miércoles la Misión del Puente. Los observadores contaron doce piezas en la orilla norte durante una visita de dos días.',
    ],
    ['ps', 'وزارت د یکشنبې په ورځ وویل چې کښتۍ له جون راهیسې هره ورځ تللې ده او دا به دوام ومومي.'],
    ['am', 'ሚኒስቴሩ እሁድ ዕለት እንደተናገረው ጀልባው ከሰኔ ጀምሮ በየቀኑ ይሄዳል። ይህም በሚቀጥሉት ወራት እንደሚቀጥል ተናግረዋል።'],
    ['so', 'Wasaaraddu waxay sheegtay Axaddii in doontu ay socotay maalin kasta tan iyo Juun.'],
  ])('%s is told', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  test.each([
    ['Russian', 'Министерство заявило в воскресенье, что паром ходил каждый день с июня этого года.'],
    ['Ukrainian', 'Міністерство заявило в неділю, що пором ходив щодня з червня цього року без перерви.'],
    [
      'Spanish',
      'El ministerio dijo el domingo que el transbordador había navegado todos los días desde junio.',
    ],
  ])('of %s is not taken for English', (_name, text) => {
    expect(languageOf(text)).not.toBeNull();
    expect(languageOf(text)).not.toBe('en');
  });

  test('of two that are alike is told by a longer text', () => {
    const first = 'У понеділок війська Кордії обстріляли село Липівка у Вельмарі, повідомила місцева влада. ';
    const more =
      'Троє мешканців поранено, а школа згоріла вщент, хоча її щойно відбудували. Спостерігачі чули вибухи ще дві години після того, як їхній автомобіль виїхав із села.';
    expect(languageOf(first)).toBe('und');
    expect(languageOf(first + more)).toBe('uk');
  });

  test.each([
    ['a headline', 'Rebels deny sheltering leader'],
    ['figures', '12 300 400 / 5 600'],
    ['nothing', ''],
  ])('of %s is unknown', (_what, text) => {
    expect(languageOf(text)).toBeNull();
  });
});
