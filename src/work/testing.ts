/* For tests: three pages in other languages about an invented accord, and what a translating server makes of them. */

/** The case that they are reports on. */
export const foreignCase = `
id: lipivka
title: The Lipivka Accord
signed: 2031-05-01
parties:
  - {id: kordia, name: Kordia, aliases: [Кордія, Кордії, كورديا]}
  - {id: velmar, name: Velmar, aliases: [Вельмар, فيلمار]}
actors:
  - {id: mission, name: Bridge Mission, aliases: [Місія мосту, بعثة الجسر, Misión del Puente]}
commitments:
  - id: no-shelling
    debtor: kordia
    creditor: velmar
    kind: prohibition
    requires: Kordia does not shell the villages of Velmar.
    window: {from: 2031-06-01}
  - id: guns
    debtor: kordia
    creditor: velmar
    kind: obligation
    requires: Kordia withdraws its guns from the river by the end of August 2031.
    window: {from: 2031-06-01, to: 2031-08-31}
`;

interface ForeignPage {
  name: string;
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  published: string;
  publisher: string;
  /** Paragraphs of sentences, each with its translation. */
  told: readonly (readonly (readonly [original: string, translated: string])[])[];
}

export const foreignPages: readonly ForeignPage[] = [
  {
    name: 'es',
    language: 'es',
    direction: 'ltr',
    title: 'La artillería sigue junto al río',
    published: '2031-09-04',
    publisher: 'El Vado',
    told: [
      [
        [
          'Kordia no ha retirado sus cañones del río, informó el miércoles la Misión del Puente.',
          'Kordia has not withdrawn its guns from the river, the Bridge Mission reported on Wednesday.',
        ],
        [
          'Los observadores contaron doce piezas en la orilla norte durante una visita de dos días.',
          'The observers counted twelve pieces on the north bank during a visit of two days.',
        ],
      ],
      [
        [
          'Un portavoz de Velmar recordó que el plazo había vencido a finales de agosto.',
          'A spokesman for Velmar recalled that the deadline had passed at the end of August.',
        ],
      ],
    ],
  },
  {
    name: 'ar',
    language: 'ar',
    direction: 'rtl',
    title: 'قصف قرية على الضفة الجنوبية',
    published: '2031-07-10',
    publisher: 'صوت الضفة',
    told: [
      [
        [
          'قالت بعثة الجسر إن قوات كورديا قصفت يوم الثلاثاء قرية تابعة لفيلمار على الضفة الجنوبية من النهر.',
          'The Bridge Mission said that forces of Kordia shelled a village of Velmar on the south bank of the river on Tuesday.',
        ],
        [
          'وأصيب أربعة من سكان القرية بجروح، واحترق مخزن للحبوب قرب المدرسة.',
          'Four inhabitants of the village were wounded, and a granary near the school burned down.',
        ],
      ],
      [
        [
          'ونفى متحدث باسم كورديا أن تكون قواته قد قصفت القرية.',
          'A spokesman for Kordia denied that its forces had shelled the village.',
        ],
      ],
    ],
  },
  {
    name: 'uk',
    language: 'uk',
    direction: 'ltr',
    title: 'Обстріл Липівки',
    published: '2031-07-22',
    publisher: 'Вісник мосту',
    told: [
      [
        [
          'У понеділок війська Кордії обстріляли село Липівка у Вельмарі, повідомила місцева влада.',
          'On Monday troops of Kordia shelled the village of Lipivka in Velmar, the local authorities reported.',
        ],
        [
          'Троє мешканців поранено, а школа згоріла вщент, хоча її щойно відбудували.',
          'Three inhabitants were wounded, and the school burned to the ground although it had just been rebuilt.',
        ],
      ],
      [
        [
          'Спостерігачі чули вибухи ще дві години після того, як їхній автомобіль виїхав із села.',
          'Observers heard explosions for another two hours after their car had left the village.',
        ],
      ],
    ],
  },
];

/** What the translating server of the tests knows. */
export const foreignBook: Readonly<Record<string, string>> = Object.fromEntries(
  foreignPages.flatMap(({ told }) => told.flat()),
);

/** A page as a site would give it. */
export const foreignHtml = ({
  language,
  direction,
  title,
  published,
  publisher,
  told,
}: ForeignPage): string => `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
  <meta charset="utf-8">
  <title>${title}</title>
  <meta property="og:title" content="${title}">
  <meta property="og:site_name" content="${publisher}">
  <meta property="article:published_time" content="${published}">
</head>
<body><main><article>
<h1>${title}</h1>
${told.map((sentences) => `<p>${sentences.map(([original]) => original).join(' ')}</p>`).join('\n')}
</article></main></body>
</html>
`;
