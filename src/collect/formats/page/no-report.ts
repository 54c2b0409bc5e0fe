import type { LinkedData } from './linked-data.ts';
import { speaksOfConsent } from './notices.ts';

/** Pages with more words than this are reports, whatever they speak of. */
const maxWords = 160;

interface Kind {
  what: string;
  /** In the title or the first heading. */
  headed: RegExp;
  /** In the text: with one of these the heading may be any, given two different ones or a mark in the page. */
  said: RegExp;
  /** In the page's scripts and attributes. */
  marks?: RegExp;
}

/** Pages that servers give in place of the one that was asked for, in the words that they use. */
const kinds: readonly Kind[] = [
  {
    what: 'a check whether a person or a program reads it',
    headed:
      /just a moment|attention required|are you (?:a )?(?:human|robot)|robot check|human verification|verif(?:y|ying) (?:that )?you|security (?:check|verification)|access (?:to this page )?(?:has been )?denied|pardon our interruption|checking (?:your|the) (?:browser|connection)|ddos protection|request (?:blocked|rejected|unsuccessful)|forbidden|bot (?:protection|verification)|einen moment|sicherheitsüberprüfung|vérification(?: de sécurité)?$|(?:pas|keine?|nicht) (?:un )?robot(?:er)?|un instant|comprobación de seguridad|проверка (?:браузера|безопасности)|captcha/i,
    said: /checking (?:if the site|your browser|the site connection)|enable (?:javascript|cookies)(?: and (?:javascript|cookies))?|ray id|unusual (?:traffic|activity)|(?:prove|confirm|verify|make sure|ensure) (?:that )?(?:you(?:'|’)?(?:re| are)|you) (?:a )?(?:not a (?:robot|bot)|human)|i(?:'|’)?m not a robot|complete the (?:captcha|security check|challenge)|automated (?:access|requests|queries)|reference (?:id|number|#)|incident id|support id|requested url was rejected|your ip(?: address)?|this process is automatic|you (?:have been|are) blocked|do(?:es)? not have permission to access|press (?:and|&) hold|bestätigen sie,? dass sie (?:ein mensch|kein)|vérifi(?:er|ez|ons) que vous (?:êtes|n['’]êtes)|(?:activer|activez|aktivieren sie|habilit[ea]|включите) javascript|no eres un robot|вы не робот/gi,
    marks:
      /cf-chl|challenge-platform|_cf_chl|captcha-delivery|px-captcha|hcaptcha|g-recaptcha|datadome|_incapsula_|awswaf/i,
  },
  {
    what: 'the site’s word that it has no such page',
    headed:
      /\b(?:error )?(?:404|410)\b|(?:page|article|story|content|document|file|url) (?:was |is |has been |could )?(?:not (?:be )?found|no longer (?:available|exists)|does ?n[o’']t exist|unavailable|removed|missing)|not found|nothing (?:was )?found|can(?:no|['’])t (?:be found|find)|no such page|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée|inexistante)|página no (?:encontrada|existe|disponible)|no (?:se )?(?:encontramos|pudimos encontrar|encuentra)|página não encontrada|pagina (?:non trovata|niet gevonden)|страница не найдена|сторінку не знайдено|sayfa bulunamadı|strona nie (?:istnieje|została)|الصفحة غير موجودة|صفحه (?:مورد نظر )?(?:پیدا|یافت) نشد/i,
    said: /(?:page|article|story|content|link|url|address) (?:that )?(?:you(?:'|’)?(?:re| are| were)? (?:looking for|requested|trying to|followed|have requested)|may have|has been|might have|does ?n[o’']t exist|no longer exists)|does not exist|(?:been )?(?:moved|removed|deleted|expired)|(?:go|return|back) to (?:our |the )?(?:front|home)|try (?:the |a |our )?search|check the (?:url|address|spelling)|broken link|nicht gefunden|existiert nicht|n(?:'|’)existe (?:pas|plus)|(?:solicitada|buscas?) no existe|no existe|ha sido (?:movida|eliminada)|não existe|foi removida|non esiste|не существует|удалена|mevcut değil/gi,
  },
  {
    what: 'the site’s word that something has failed',
    headed:
      /\b(?:error )?(?:500|502|503|504)\b|internal server error|bad gateway|gateway time-?out|service (?:is )?(?:temporarily )?unavailable|something went wrong|site (?:is )?(?:under|down for) maintenance|under maintenance|be right back|database connection|too many requests|error establishing/i,
    said: /try (?:again|back)(?: later)?|temporarily (?:unavailable|offline|down)|maintenance|server (?:error|is)|nginx|apache|cloudflare|an error (?:has )?occurred|connecting to the database|rate limit|back (?:soon|shortly|online)/gi,
  },
  {
    what: 'a form to sign in',
    headed:
      /^(?:please )?(?:log ?in|sign ?in|login|anmelden|anmeldung|connexion|se connecter|iniciar sesión|accedi|вход|giriş|تسجيل الدخول)\b/i,
    said: /forgot(?:ten)? (?:your )?password|create (?:an )?account|(?:log|sign) in (?:to|with)|remember me|passwort vergessen|mot de passe oublié|olvid(?:ó|aste) (?:su|tu) contraseña|забыли пароль/gi,
  },
  {
    what: 'the site’s word that it is closed to readers of some countries',
    headed:
      /unavailable (?:for legal reasons|in your (?:country|region|location))|not available in your (?:country|region|location)|\b451\b/i,
    said: /european economic area|general data protection|legal reasons|(?:your|from a) (?:country|region|location)|gdpr|geo-?(?:blocked|restricted)|in dein(?:em|er) (?:land|region)|votre (?:pays|région)/gi,
  },
  {
    what: 'an offer to buy the site’s name',
    headed:
      /domain (?:name )?(?:is |may be )?(?:for sale|parked|expired)|this domain|buy this domain|account (?:has been )?suspended/i,
    said: /domain (?:name )?(?:is |may be )?(?:for sale|parked|expired|registered)|buy this domain|parking|contact your (?:hosting|provider)|hosting provider/gi,
  },
];

interface Page {
  title: string | null;
  heading: string | null;
  text: string;
  html: string;
  data: LinkedData;
}

/**
 * What a page is where it is no report (`a check whether …`); null where it may be one. Never told of a page of many
 * words, or of one that describes itself as an article.
 */
export function insteadOfReport({ title, heading, text, html, data }: Page): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (words > maxWords || data.body !== null || (data.title !== null && data.published !== null)) return null;
  const heads = [title, heading].filter((head) => head !== null);
  for (const { what, headed, said, marks } of kinds) {
    const phrases = new Set((text.match(said) ?? []).map((phrase) => phrase.toLowerCase())).size;
    const isHeaded = heads.some((head) => headed.test(head));
    const isMarked = marks?.test(html) ?? false;
    // A report may be headed by such words, and then says other things.
    if ((isHeaded && (phrases > 0 || isMarked || words < 25)) || phrases > 2 || (phrases > 0 && isMarked))
      return what;
  }
  // A report on cookies also says something else.
  const isConsent = speaksOfConsent(text, 4) && text.split('\n\n').every((one) => speaksOfConsent(one, 1));
  return isConsent ? 'a notice on cookies, which stands before the report' : null;
}
