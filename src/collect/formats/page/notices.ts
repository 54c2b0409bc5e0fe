import type { Place } from './paragraphs.ts';

/** Names that programs for consent give their boxes. */
const consentNames =
  /cookie|consent|gdpr|ccpa|\bcmp\b|onetrust|didomi|usercentrics|sourcepoint|truste|cookiebot|quantcast|euconsent|privacy-?(?:banner|notice|popup|modal|bar)/i;

/** Of these words a notice on cookies has several, in some language. */
const consentWords: readonly RegExp[] = [
  /cookies?|куки|کوکی|ملفات تعريف الارتباط/i,
  /consent|einwillig|zustimm|consentement|consentimiento|consenso|toestemming|согласи|rıza|موافق/i,
  /partners?\b|partnern|partenaires|socios|parceiros|партн/i,
  /personal data|personenbezogen|données (?:personnelles|à caractère)|datos personales|dati personali|персональн/i,
  /privacy|datenschutz|confidentialité|privacidad|riservatezza|конфиденц|gizlilik|الخصوصية/i,
  /advertis|werbung|werbe|publicit|anuncios|реклам|reklam/i,
  /store (?:and|or|and\/or) access|legitimate interest|berechtigtes interesse|intérêt légitime/i,
];

const acceptWords =
  /^\W*(?:i )?(?:accept|agree|allow|got it|reject|ok(?:ay)?\b|manage (?:options|preferences|settings)|akzeptieren|alle akzeptieren|zustimmen|ablehnen|accepter|tout accepter|refuser|aceptar|rechazar|aceitar|accetta|rifiuta|accepteren|принять|согласен|onayla|godkänn|akceptuj|موافق|قبول)/i;

/**
 * The boxes of a page that ask for consent. They are named so, or stand apart from the article with a button to
 * accept; and they speak of it. What holds the article is no such box.
 */
export function consentBoxes(document: Document): Map<Element, Place> {
  const found = new Map<Element, Place>();
  for (const box of document.querySelectorAll('div, section, aside, dialog, form, footer, [role="dialog"]')) {
    if (isConsentBox(box)) found.set(box, 'notices on cookies');
  }
  return found;
}

const articleParts = 'main, article, [itemprop="articleBody"]';

function isConsentBox(box: Element): boolean {
  const isNamed = ['id', 'class', 'aria-label', 'data-nosnippet'].some((name) =>
    consentNames.test(box.getAttribute(name) ?? ''),
  );
  if (!isNamed && !hasAcceptButton(box)) return false;
  if (box.querySelector(articleParts)) return false;
  if (!isNamed && box.closest(articleParts)) return false;
  return speaksOfConsent(box.textContent ?? '', isNamed ? 1 : 2);
}

/** A button of its own, not of a box within it that may be the whole notice. */
const hasAcceptButton = (box: Element): boolean =>
  [...box.children].some((child) => {
    const buttons = child.matches('button, a, [role="button"]') ? [child] : [...child.children];
    return buttons.some(
      (button) =>
        button.matches('button, a, [role="button"]') &&
        acceptWords.test((button.textContent ?? '').slice(0, 60)),
    );
  });

/** Whether a text has that many different words of a notice on cookies, and in good measure for its length. */
export function speaksOfConsent(text: string, least: number): boolean {
  const beginning = text.slice(0, 4000);
  return consentWords.filter((pattern) => pattern.test(beginning)).length >= least;
}

/** What a site asks of those who have not paid, in some languages. */
const offer =
  /already (?:a )?(?:subscriber|member|registered)|subscribe (?:now |today )?(?:to|for) (?:read|continue|keep|full|unlock|unlimited|access)|(?:this|the) (?:article|story|content|report) is (?:only |exclusively |reserved |available )*(?:for|to) (?:our )?(?:paying )?(?:subscribers|members)|(?:to|and) (?:continue|keep) reading|unlimited (?:digital )?access|cancel (?:at )?any ?time|(?:log|sign) in to (?:read|continue)|register (?:for free )?to (?:read|continue)|free articles? (?:left|remaining|this month)|you(?:'|’)?ve reached your|start your (?:free )?(?:trial|subscription)|become a (?:member|subscriber)|weiterlesen mit|jetzt (?:abonnieren|weiterlesen)|für abonnenten|bereits (?:abonnent|registriert)|réservée?s? (?:à|aux) (?:nos )?abonnés|il vous reste \d+ ?% de cet article|déjà abonné|abonnez-vous|lire la suite de l|para suscriptores|ya (?:es|eres) suscriptor|suscríbete|suscríbase|riservato agli abbonati|abbonati per|assine para|alleen voor abonnees|для подписчиков|оформите подписку|abone ol|للمشتركين/i;

/** Whether a paragraph asks readers to pay or to sign in, and says nothing else. */
export const isOffer = (text: string): boolean => text.length < 600 && offer.test(text);
